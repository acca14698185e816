package dev.mcphotfix.agent.oauth.url;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An absolute url in the form in which two of them are compared: scheme and host in lower case, no
 * default port, user information or fragment (RFC 3986 section 6.2). What of the rest counts
 * depends on what it names, an endpoint or a resource; all that compares urls does it here, so that
 * a record, a request and metadata name the same server.
 *
 * @param origin scheme, host and port
 * @param path at least {@code /}
 * @param query with its question mark; empty where there is none, or where it does not count
 */
public record CanonicalUrl(String origin, String path, String query) {

  /**
   * The url of an endpoint; null where the text is no absolute url with an authority. The query
   * does not count, as a client may add parameters to that of the endpoint (RFC 6749 section 3.2);
   * a trailing slash does, since it is another path (RFC 3986 section 6.2.2).
   */
  public static @Nullable CanonicalUrl ofEndpoint(@Nullable String url) {
    return url == null ? null : parse(url, false);
  }

  /**
   * The url of a resource or an issuer; null where the text is no absolute url with an authority. A
   * trailing slash does not count, as clients and libraries add and drop it; {@code /} alone is the
   * same as no path anyway (RFC 3986 section 6.2.3). The query does: a resource may have one to
   * tell it from others (RFC 8707 section 2, RFC 9728 section 3.1), as tenants of one host do.
   */
  public static @Nullable CanonicalUrl ofResource(@Nullable String url) {
    CanonicalUrl exact = url == null ? null : parse(url.strip(), true);
    if (exact == null || exact.path.length() == 1 || !exact.path.endsWith("/")) {
      return exact;
    }
    String path = exact.path.substring(0, exact.path.length() - 1);
    return new CanonicalUrl(exact.origin, path, exact.query);
  }

  /** Whether both name one resource or issuer; as they are written, where one is no url. */
  public static boolean isSameResource(String one, @Nullable String other) {
    if (one.equals(other)) {
      return true;
    }
    CanonicalUrl url = ofResource(one);
    return url != null && url.equals(ofResource(other));
  }

  private static @Nullable CanonicalUrl parse(String url, boolean withQuery) {
    int scheme = url.indexOf("://");
    if (scheme <= 0) {
      return null;
    }
    int authority = scheme + 3;
    int path = firstOf(url, "/?#", authority);
    int query = firstOf(url, "?#", path);
    int end = withQuery ? firstOf(url, "#", query) : query;
    int host = Math.max(authority, url.lastIndexOf('@', path - 1) + 1);
    String origin = url.substring(0, authority).concat(url.substring(host, path));
    return new CanonicalUrl(
        withoutDefaultPort(origin.toLowerCase(Locale.ROOT)),
        path == query ? "/" : url.substring(path, query),
        url.substring(query, end));
  }

  public boolean web() {
    return origin.startsWith("https:") || origin.startsWith("http:");
  }

  public String lastSegment() {
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    int slash = path.lastIndexOf('/', end - 1);
    return path.substring(slash + 1, Math.max(end, slash + 1)).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether this is the other resource or one above it; a query, where it has one, has to agree.
   */
  public boolean covers(CanonicalUrl other) {
    if (!origin.equals(other.origin) || !(query.isEmpty() || query.equals(other.query))) {
      return false;
    }
    String parent = path.endsWith("/") ? path : path.concat("/");
    return path.equals(other.path) || other.path.startsWith(parent);
  }

  /** Written out, as what a record has of its own is linked at first use and slows down a start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CanonicalUrl url
        && url.origin.equals(origin)
        && url.path.equals(path)
        && url.query.equals(query);
  }

  @Override
  public int hashCode() {
    return 31 * origin.hashCode() + path.hashCode();
  }

  private static String withoutDefaultPort(String origin) {
    String port = origin.startsWith("https:") ? ":443" : ":80";
    boolean web = origin.startsWith("https:") || origin.startsWith("http:");
    return web && origin.endsWith(port)
        ? origin.substring(0, origin.length() - port.length())
        : origin;
  }

  private static int firstOf(String text, String characters, int from) {
    int i = from;
    while (i < text.length() && characters.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
