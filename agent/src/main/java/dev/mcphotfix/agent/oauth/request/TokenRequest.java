package dev.mcphotfix.agent.oauth.request;

import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be a token request, as far as a hook knows it: where it goes at first, then
 * its header and its form too, which say by name what the decision table asks. Immutable.
 */
public final class TokenRequest {

  /** The media type of a form. */
  public static final String FORM = ContentType.FORM;

  private static final int LONGEST_FORM = 64 * 1024;

  private final String method;
  private final @Nullable String url;
  private final @Nullable CanonicalUrl endpoint;
  private final RequestHeader header;
  private final @Nullable String text;
  private final RequestForm form;
  private final @Nullable String server;
  private final @Nullable Caller caller;

  private TokenRequest(
      String method,
      @Nullable String url,
      @Nullable CanonicalUrl endpoint,
      HeaderFields header,
      @Nullable String text,
      @Nullable String server,
      @Nullable Caller caller) {
    this.method = method;
    this.url = url;
    this.endpoint = endpoint;
    this.header = new RequestHeader(header);
    this.text = text;
    this.form = new RequestForm(text == null || text.length() > LONGEST_FORM ? "" : text);
    this.server = server;
    this.caller = caller;
  }

  /** The header of a request, as its HTTP stack keeps it; never logged. */
  @FunctionalInterface
  public interface HeaderFields {

    /**
     * A request whose header is not known, as that of a rule on a method that builds the form. No
     * lambda, which would cost time at the first request.
     */
    HeaderFields UNKNOWN =
        new HeaderFields() {
          @Override
          public List<String> values(String name) {
            return List.of();
          }
        };

    /** All values of the field of that name, compared without case; empty where there is none. */
    List<String> values(String name);
  }

  /**
   * A request of which no more is known.
   *
   * @param method as sent, {@code POST}
   * @param url absolute, with its query
   * @param endpoint the same url, as it was read
   */
  public static TokenRequest to(String method, String url, @Nullable CanonicalUrl endpoint) {
    return new TokenRequest(method, url, endpoint, HeaderFields.UNKNOWN, null, null, null);
  }

  /**
   * A form that a method of the host builds for a token request.
   *
   * @param url null where the rule does not know it
   * @param server the configured name or the url of the MCP server, where the rule says which it is
   */
  public static TokenRequest ofForm(String form, @Nullable String url, @Nullable String server) {
    return new TokenRequest(
        "POST", url, CanonicalUrl.ofEndpoint(url), HeaderFields.UNKNOWN, form, server, null);
  }

  /**
   * The same request, when its body is there.
   *
   * @param form the body, one character for each byte (ISO 8859-1) where the host has bytes, the
   *     host's own text where it has text; null where the body is too large or cannot be read
   *     without harm
   */
  public TokenRequest with(HeaderFields fields, @Nullable String form) {
    return new TokenRequest(method, url, endpoint, fields, form, server, caller);
  }

  /** The same request, of which no more is known yet than who has it sent. */
  public TokenRequest by(Caller known) {
    return new TokenRequest(method, url, endpoint, HeaderFields.UNKNOWN, text, server, known);
  }

  /** Whether that is the Content-Type of a form; allocates nothing. */
  public static boolean isForm(@Nullable String contentType) {
    return contentType != null && ContentType.isForm(contentType);
  }

  /** Without the form and the header, which hold credentials. */
  @Override
  public String toString() {
    return method + ' ' + (url == null ? "?" : Redaction.url(url));
  }

  /** Null where a rule does not know it. */
  public @Nullable String url() {
    return url;
  }

  /** Where it goes; null where the url is not known or none. */
  public @Nullable CanonicalUrl endpoint() {
    return endpoint;
  }

  public RequestHeader header() {
    return header;
  }

  /** The form as it was given. */
  public @Nullable String text() {
    return text;
  }

  /** Empty where it is not known, or too long. */
  public RequestForm form() {
    return form;
  }

  /** The name or url of the MCP server that a rule tells; null where none does. */
  public @Nullable String server() {
    return server;
  }

  /** Who of the client's own has it sent; null where nobody asks, or it is not known. */
  public @Nullable CallPath caller() {
    return caller == null ? null : caller.path();
  }

  /** In which span of the host's it is sent; null where nobody asks, or it is not known. */
  public @Nullable Object span() {
    return caller == null ? null : caller.span();
  }

  /** Methods are case-sensitive (RFC 9110 section 9.1). */
  public boolean isPost() {
    return method.equals("POST");
  }

  public boolean isReadable() {
    return text != null && text.length() <= LONGEST_FORM && header.isPlain() && form.wellFormed();
  }

  /** How the client says who it is (RFC 6749 section 2.3, RFC 7521 section 4.2). */
  public String shownAuthentication() {
    String scheme = header.scheme();
    if (scheme != null) {
      return scheme;
    }
    if (header.isAttested()) {
      return "attestation";
    }
    return form.hasAssertion() ? "client_assertion" : form.hasSecret() ? "client_secret" : "none";
  }

  public boolean hasClientIdInQuery() {
    return Form.ofQuery(url).has(RequestForm.CLIENT_ID);
  }

  /** What stays the same in this request however often and wherever it is seen. */
  public String identity() {
    String credential = form.credential();
    return credential != null ? credential : text != null ? text : String.valueOf(url);
  }
}
