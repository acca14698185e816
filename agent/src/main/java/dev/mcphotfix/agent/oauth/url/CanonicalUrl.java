package dev.mcphotfix.agent.oauth.url;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An absolute url in the form in which two of them are compared: scheme and host in lower case, no
 * default port, user information, query or fragment (RFC 3986 section 6.2, RFC 8707 section 2).
 *
 * @param origin scheme, host and port
 * @param path at least {@code /}
 */
public record CanonicalUrl(String origin, String path) {

  /** Answers null where the text is no absolute url with an authority. */
  public static @Nullable CanonicalUrl of(@Nullable String url) {
    int scheme = url == null ? -1 : url.indexOf("://");
    if (url == null || scheme <= 0) {
      return null;
    }
    int authority = scheme + 3;
    int path = firstOf(url, "/?#", authority);
    int end = firstOf(url, "?#", path);
    int host = Math.max(authority, url.lastIndexOf('@', path - 1) + 1);
    String origin = url.substring(0, authority).concat(url.substring(host, path));
    return new CanonicalUrl(
        withoutDefaultPort(origin.toLowerCase(Locale.ROOT)),
        path == end ? "/" : url.substring(path, end));
  }

  /** A resource's url, which names the same resource with and without a trailing slash. */
  public static @Nullable CanonicalUrl ofResource(@Nullable String url) {
    CanonicalUrl exact = of(url);
    if (exact == null || exact.path.length() == 1 || !exact.path.endsWith("/")) {
      return exact;
    }
    return new CanonicalUrl(exact.origin, exact.path.substring(0, exact.path.length() - 1));
  }

  public boolean web() {
    return origin.startsWith("https:") || origin.startsWith("http:");
  }

  public String lastSegment() {
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    int slash = path.lastIndexOf('/', end - 1);
    return path.substring(slash + 1, Math.max(end, slash + 1)).toLowerCase(Locale.ROOT);
  }

  /** Whether this is the other resource or one above it. */
  public boolean covers(CanonicalUrl other) {
    if (!origin.equals(other.origin)) {
      return false;
    }
    String parent = path.endsWith("/") ? path : path.concat("/");
    return path.equals(other.path) || other.path.startsWith(parent);
  }

  /** Written out, as what a record has of its own is linked at first use and slows down a start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CanonicalUrl url && url.origin.equals(origin) && url.path.equals(path);
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
