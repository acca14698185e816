package dev.mcphotfix.agent.oauth.url;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which urls may be fetched, where metadata stands, and which resource covers which url. */
public final class Urls {

  private static final String PROTECTED_RESOURCE = "/.well-known/oauth-protected-resource";
  private static final String AUTHORIZATION_SERVER = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private Urls() {}

  /**
   * Absolute, without user information, and https, or http on this machine.
   *
   * @param local whether http on this machine is allowed
   */
  public static boolean mayBeFetched(String text, boolean local) {
    URI url = parse(text);
    if (url == null || url.getHost() == null || url.getRawUserInfo() != null) {
      return false;
    }
    return "https".equalsIgnoreCase(url.getScheme()) || (local && isLocal(text));
  }

  /** Whether this is http on this machine. */
  public static boolean isLocal(@Nullable String text) {
    URI url = text == null ? null : parse(text);
    return url != null
        && url.getHost() != null
        && "http".equalsIgnoreCase(url.getScheme())
        && isLoopback(url.getHost());
  }

  /** By its text alone: asking the network for the address would leave the decision to it. */
  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  /** Where a protected resource's metadata stands (RFC 9728 section 3.1), then at its root. */
  public static List<String> ofProtectedResource(String resource) {
    URI url = parse(resource);
    if (url == null) {
      return List.of();
    }
    String root = origin(url) + PROTECTED_RESOURCE;
    String path = path(url) + query(url);
    return path.isEmpty() ? List.of(root) : List.of(root + path, root);
  }

  /** Where an issuer's metadata stands (RFC 8414 sections 3.1 and 5), in the order of MCP. */
  public static List<String> ofAuthorizationServer(String issuer) {
    URI url = parse(issuer);
    if (url == null) {
      return List.of();
    }
    String origin = origin(url);
    String path = path(url);
    return path.isEmpty()
        ? List.of(origin + AUTHORIZATION_SERVER, origin + OPENID)
        : List.of(
            origin + AUTHORIZATION_SERVER + path, origin + OPENID + path, origin + path + OPENID);
  }

  /** Whether the resource is the url, or its origin, or a parent path of it. */
  public static boolean covers(String resource, String text) {
    URI parent = parse(resource);
    URI url = parse(text);
    if (parent == null || url == null || !origin(parent).equals(origin(url))) {
      return false;
    }
    if (parent.getRawQuery() != null && !query(parent).equals(query(url))) {
      return false;
    }
    return path(url).equals(path(parent)) || path(url).startsWith(path(parent) + '/');
  }

  /** Scheme, host and port in canonical form; null where the text is no url. */
  public static @Nullable String origin(String text) {
    URI url = parse(text);
    return url == null ? null : origin(url);
  }

  private static String origin(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    boolean usual = url.getPort() < 0 || url.getPort() == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + host + (usual ? "" : ":" + url.getPort());
  }

  private static String path(URI url) {
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String query(URI url) {
    return url.getRawQuery() == null ? "" : '?' + url.getRawQuery();
  }

  private static @Nullable URI parse(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
