package dev.mcphotfix.agent.config.server;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** What is said of a server must be. The objections never repeat a url: it may hold a password. */
public final class ServerValue {

  private ServerValue() {}

  /** What is wrong with the value of that key, which is a url unless it is the id; or null. */
  public static @Nullable String objection(String key, String text) {
    return key.equals("clientId") ? objectionToId(text) : objectionToUrl(key, text);
  }

  private static @Nullable String objectionToId(String text) {
    if (text.isBlank()) {
      return "blank; give the id that was registered with the authorization server";
    }
    if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
      return "begins or ends with a space";
    }
    if (text.indexOf("${") >= 0) {
      return "holds a placeholder that nobody filled in; give the id itself";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return "has a character that no client id has (RFC 6749 appendix A.1)";
      }
    }
    return null;
  }

  private static @Nullable String objectionToUrl(String key, String text) {
    URI url = parse(text);
    if (url == null || url.getHost() == null || !isHttp(url.getScheme())) {
      return "expected an absolute http or https url";
    }
    if (url.getRawUserInfo() != null) {
      return "a url with user information; write it without \"user:password@\"";
    }
    boolean fragment = url.getRawFragment() != null;
    if (key.equals("tokenEndpoint") && fragment) {
      return "a token endpoint has no fragment (RFC 6749 section 3.2); write it without \"#...\"";
    }
    return key.equals("issuer") && (fragment || url.getRawQuery() != null)
        ? "an issuer has neither query nor fragment (RFC 8414 section 2)"
        : null;
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
