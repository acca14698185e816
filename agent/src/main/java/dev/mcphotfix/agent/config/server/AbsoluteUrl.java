package dev.mcphotfix.agent.config.server;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** What a configured url must be. The objections never repeat the url: it may hold a password. */
public final class AbsoluteUrl {

  private AbsoluteUrl() {}

  /** What is wrong with the url of a server; null where nothing is. */
  public static @Nullable String objection(String text) {
    URI url = parse(text);
    if (url == null || url.getHost() == null || !isHttp(url.getScheme())) {
      return "expected an absolute http or https url";
    }
    return url.getRawUserInfo() == null
        ? null
        : "a url with user information; write it without \"user:password@\"";
  }

  /** What is wrong with a token endpoint, which has no fragment (RFC 6749 section 3.2). */
  public static @Nullable String objectionToEndpoint(String text) {
    String objection = objection(text);
    return objection == null && text.indexOf('#') >= 0
        ? "a token endpoint has no fragment (RFC 6749 section 3.2); write it without \"#...\""
        : objection;
  }

  /** What is wrong with an issuer, which has neither query nor fragment (RFC 8414 section 2). */
  public static @Nullable String objectionToIssuer(String text) {
    String objection = objection(text);
    return objection == null && (text.indexOf('?') >= 0 || text.indexOf('#') >= 0)
        ? "an issuer has neither query nor fragment (RFC 8414 section 2)"
        : objection;
  }

  /** The host of the url; null where it has none. */
  public static @Nullable String host(String text) {
    URI url = parse(text);
    return url == null ? null : url.getHost();
  }

  private static boolean isHttp(@Nullable String scheme) {
    return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
  }

  private static @Nullable URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
