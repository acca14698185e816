package dev.mcphotfix.agent.oauth.request;

import dev.mcphotfix.agent.log.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be a token request, taken apart by the adapter of its HTTP stack or by a rule.
 *
 * @param method as sent, {@code POST}
 * @param url absolute, with its query; null where a rule does not know it
 * @param header never logged; {@link HeaderFields#UNKNOWN} where a rule does not know it
 * @param form the body, one character for each byte (ISO 8859-1) where the host has bytes, the
 *     host's own text where it has text; null where the body is too large or cannot be read without
 *     harm
 * @param server the configured name or the url of the MCP server, where a rule says which it is
 */
public record TokenRequest(
    String method,
    @Nullable String url,
    HeaderFields header,
    @Nullable String form,
    @Nullable String server) {

  /** A request that an HTTP client is about to send. */
  public TokenRequest(String method, String url, HeaderFields header, @Nullable String form) {
    this(method, url, header, form, null);
  }

  /** Without the form and the header, which hold credentials. */
  @Override
  public String toString() {
    return method + ' ' + (url == null ? "?" : Redaction.url(url));
  }

  /** A form that a method of the host builds for a token request. */
  public static TokenRequest ofForm(String form, @Nullable String url, @Nullable String server) {
    return new TokenRequest("POST", url, HeaderFields.UNKNOWN, form, server);
  }
}
