package dev.mcphotfix.agent.oauth.discovery;

import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.List;

/** Where metadata stands (RFC 8615). */
final class WellKnown {

  private static final String PROTECTED_RESOURCE = "/.well-known/oauth-protected-resource";
  private static final String AUTHORIZATION_SERVER = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private WellKnown() {}

  /** That of a protected resource (RFC 9728 section 3.1), then at its root. */
  static List<String> ofProtectedResource(String resource) {
    CanonicalUrl url = CanonicalUrl.ofResource(resource);
    if (url == null) {
      return List.of();
    }
    String root = url.origin() + PROTECTED_RESOURCE;
    String rest = path(url) + url.query();
    return rest.isEmpty() ? List.of(root) : List.of(root + rest, root);
  }

  /**
   * Whether a server may name that url for its own metadata: at its own origin, at the well-known
   * path, and without a query, so that it leads to nothing else.
   */
  static boolean isOfProtectedResource(String metadata, String resource) {
    CanonicalUrl named = CanonicalUrl.ofResource(metadata);
    CanonicalUrl server = CanonicalUrl.ofResource(resource);
    return named != null
        && server != null
        && named.origin().equals(server.origin())
        && named.query().isEmpty()
        && (named.path() + '/').startsWith(PROTECTED_RESOURCE + '/');
  }

  /** That of an issuer (RFC 8414 sections 3.1 and 5), in the order of MCP. */
  static List<String> ofAuthorizationServer(String issuer) {
    CanonicalUrl url = CanonicalUrl.ofResource(issuer);
    if (url == null) {
      return List.of();
    }
    String origin = url.origin();
    String path = path(url);
    return path.isEmpty()
        ? List.of(origin + AUTHORIZATION_SERVER, origin + OPENID)
        : List.of(
            origin + AUTHORIZATION_SERVER + path, origin + OPENID + path, origin + path + OPENID);
  }

  private static String path(CanonicalUrl url) {
    return url.path().equals("/") ? "" : url.path();
  }
}
