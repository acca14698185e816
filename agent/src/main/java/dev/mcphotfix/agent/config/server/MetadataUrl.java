package dev.mcphotfix.agent.config.server;

import org.jspecify.annotations.Nullable;

/** Takes the issuer out of the url of its metadata. */
final class MetadataUrl {

  private static final String OPENID = "/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";

  private MetadataUrl() {}

  /**
   * The issuer whose metadata has this url by the rules of RFC 8414 sections 3.1 and 5: the
   * well-known part stands between host and path, that of OpenID Connect also at the end. Null
   * where it follows neither.
   */
  static @Nullable String issuer(String url) {
    if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
      return null;
    }
    if (url.endsWith(OPENID)) {
      return url.substring(0, url.length() - OPENID.length());
    }
    String issuer = without(OAUTH, url);
    return issuer == null ? without(OPENID, url) : issuer;
  }

  private static @Nullable String without(String wellKnown, String url) {
    int at = url.indexOf(wellKnown);
    int path = url.indexOf('/', url.indexOf("//") + 2);
    int end = at + wellKnown.length();
    boolean whole = at >= 0 && at == path && (end == url.length() || url.charAt(end) == '/');
    return whole ? url.substring(0, at) + url.substring(end) : null;
  }
}
