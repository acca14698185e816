package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.oauth.url.Reachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to one token endpoint: over https, or to this machine; without credentials other than
 * those given, without redirects, and never the same request twice.
 */
final class TokenEndpoint {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final URI url;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(LIMIT)
          .build();

  /**
   * @throws IOException where nothing may be sent there; the message says why
   */
  TokenEndpoint(String url) throws IOException {
    if (!Reachable.mayBeFetched(url, true)) {
      throw new IOException("neither https nor on this machine");
    }
    this.url = URI.create(url);
  }

  /**
   * Asks what the endpoint can do, which is safe (RFC 9110 section 9.2.1): any answer shows that it
   * is reached.
   *
   * @throws IOException whose message says what is in the way
   */
  HttpResponse<String> options() throws IOException {
    return send(HttpRequest.newBuilder(url).method("OPTIONS", BodyPublishers.noBody()));
  }

  /**
   * Posts a form.
   *
   * @throws IOException where there was no answer
   */
  HttpResponse<String> post(String form) throws IOException {
    return send(
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    HttpRequest built = request.header("User-Agent", "mcp-oauth-hotfix").timeout(LIMIT).build();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(built, BodyHandlers.ofString());
    try {
      // The request's own limit ends with the header.
      return answer.get(2 * LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(inTheWay(e.getCause()));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no whole answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What keeps a request from being answered, and what to do about it. */
  private static String inTheWay(@Nullable Throwable failure) {
    if (has(failure, UnknownHostException.class)
        || has(failure, UnresolvedAddressException.class)) {
      return "the name of the host is not known here; check the url, DNS and proxy";
    }
    if (has(failure, SSLException.class)) {
      return "no trust in its certificate, or no TLS there; if the client has a trust store of its"
          + " own, give it to this Java too: -Djavax.net.ssl.trustStore=FILE";
    }
    if (has(failure, HttpTimeoutException.class)) {
      return "no answer in time; check firewall and proxy";
    }
    if (has(failure, ConnectException.class)) {
      return "no connection; check port, firewall and proxy";
    }
    return "no answer that can be read";
  }

  private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> type) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(type::isInstance);
  }
}
