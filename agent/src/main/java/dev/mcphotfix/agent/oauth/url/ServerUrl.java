package dev.mcphotfix.agent.oauth.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares urls of servers and issuers the way RFC 3986 section 6.2.3 does. */
public final class ServerUrl {

  private ServerUrl() {}

  /** Whether both name one resource: without regard to a default port or a trailing slash. */
  public static boolean same(String one, @Nullable String other) {
    return other != null && (one.equals(other) || canonical(one).equals(canonical(other)));
  }

  private static String canonical(String url) {
    try {
      URI uri = new URI(url.strip());
      if (uri.getScheme() == null || uri.getHost() == null) {
        return url;
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      String query = uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery();
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      return scheme + "://" + host + port(scheme, uri.getPort()) + path(uri) + query;
    } catch (URISyntaxException e) {
      return url;
    }
  }

  private static String port(String scheme, int port) {
    boolean usual =
        port < 0
            || (scheme.equals("https") && port == 443)
            || (scheme.equals("http") && port == 80);
    return usual ? "" : ":" + port;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
