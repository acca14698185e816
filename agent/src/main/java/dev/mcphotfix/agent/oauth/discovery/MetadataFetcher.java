package dev.mcphotfix.agent.oauth.discovery;

import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends plain GET requests for metadata: no credentials, no redirects, https or loopback only,
 * bounded in time and size, and to no other part of the operator's network than the server's own.
 *
 * <p>Cookies are the one thing that cannot be refused for a single connection: where the host has
 * set a default {@code CookieHandler}, the JDK asks it.
 */
final class MetadataFetcher {

  private static final int LARGEST = 128 << 10;

  private final int limit;
  private final OwnNetworks own;
  private final long deadline;
  private volatile @Nullable HttpURLConnection current;

  /**
   * For one discovery.
   *
   * @param limit milliseconds for one connect or one read
   * @param budget milliseconds for all fetches together
   * @param client whose server and issuer say which parts of the network may be asked
   */
  MetadataFetcher(int limit, long budget, StaticClient client) {
    this.limit = limit;
    this.own = new OwnNetworks(client);
    this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(budget);
  }

  /** The document at that url. */
  Fetched document(String url) {
    return fetch(url, "application/json", true);
  }

  /**
   * Asks for the url of an MCP server only to be refused: the body is never read. GET, because it
   * is safe (RFC 9110 section 9.2.1) where a POST could start a session; with the media type that
   * an MCP server expects at a GET, because some look for the route before the token.
   */
  Fetched challenge(String url) {
    return fetch(url, "text/event-stream", false);
  }

  boolean mayFetch(String url) {
    return own.mayFetch(url);
  }

  /**
   * Ends what is under way: a server that sends a byte now and then would keep it up. Any thread.
   */
  void end() {
    HttpURLConnection connection = current;
    if (connection != null) {
      connection.disconnect();
    }
  }

  private Fetched fetch(String url, String accept, boolean withBody) {
    String refusal = left() <= 0 ? "out of time" : own.refusal(url);
    if (refusal != null) {
      return Fetched.failed(refusal);
    }
    HttpURLConnection connection = null;
    try {
      connection = open(url, accept);
      current = connection;
      return connection == null
          ? Fetched.failed("the host replaced the JDK's http connections")
          : answer(connection, withBody);
    } catch (IOException | RuntimeException e) {
      return left() <= 0 ? Fetched.failed("out of time") : Fetched.failed(e);
    } finally {
      current = null;
      if (connection != null) {
        connection.disconnect();
      }
    }
  }

  /** Loads what a first fetch needs, which takes longer than the fetch. Sends nothing. */
  static void warmUp() {
    try {
      URI.create("http://localhost/").toURL().openConnection();
    } catch (IOException | RuntimeException | LinkageError later) {
      // It will be told of the fetch.
    }
  }

  private @Nullable HttpURLConnection open(String url, String accept) throws IOException {
    URLConnection connection = URI.create(url).toURL().openConnection();
    if (!(connection instanceof HttpURLConnection http)) {
      return null;
    }
    int timeout = (int) Math.max(1, Math.min(limit, left()));
    http.setConnectTimeout(timeout);
    http.setReadTimeout(timeout);
    http.setInstanceFollowRedirects(false);
    http.setUseCaches(false);
    // Knows no password, unlike one that the host may have set for all connections.
    http.setAuthenticator(new Authenticator() {});
    http.setRequestProperty("Accept", accept);
    http.setRequestProperty("User-Agent", "mcp-oauth-hotfix");
    return http;
  }

  private Fetched answer(HttpURLConnection connection, boolean withBody) throws IOException {
    int status = connection.getResponseCode();
    String challenges = challenges(connection);
    if (!withBody || status != 200) {
      return new Fetched(status, challenges, null, "status " + status);
    }
    byte[] body = body(connection);
    if (body == null) {
      return Fetched.failed("too large or too slow");
    }
    MetadataDocument document = MetadataDocument.parse(body);
    return document == null
        ? Fetched.failed("not a JSON object")
        : new Fetched(status, challenges, document, "");
  }

  private static String challenges(HttpURLConnection connection) {
    StringBuilder challenges = new StringBuilder();
    for (Map.Entry<String, List<String>> field : connection.getHeaderFields().entrySet()) {
      if ("WWW-Authenticate".equalsIgnoreCase(field.getKey())) {
        challenges.append(String.join("\n", field.getValue())).append('\n');
      }
    }
    return challenges.toString();
  }

  private byte @Nullable [] body(HttpURLConnection connection) throws IOException {
    byte[] body = new byte[LARGEST + 1];
    int length = 0;
    try (InputStream in = connection.getInputStream()) {
      while (length <= LARGEST && left() > 0) {
        int count = in.read(body, length, body.length - length);
        if (count < 0) {
          return Arrays.copyOf(body, length);
        }
        length += count;
      }
    }
    return null;
  }

  private long left() {
    return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
  }
}
