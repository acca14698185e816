package dev.mcphotfix.agent.http.jdk;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.ENDPOINT;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A refresh that is sent before its token endpoint is known. */
final class JdkDiscoveryTest {

  private final LateDirectory directory = new LateDirectory();
  private final RecordedAttempts attempts = new RecordedAttempts(directory);

  @AfterEach
  void neverWaits() {
    assertThat(directory.isWaitedFor()).isFalse();
  }

  @Test
  void keepsItsHeadBackUntilItIs() throws Exception {
    HeldBody body = held(BodyPublishers.ofString(REFRESH));

    CompletableFuture<?> head = body.askAhead();
    assertThat(head).isNotDone();
    directory.end(ENDPOINT);
    head.get(30, TimeUnit.SECONDS);

    assertThat(body.contentLength()).isEqualTo(CHANGED.length());
    assertThat(sent(body)).isEqualTo(CHANGED);
    assertThat(attempts.reasons()).containsExactly("added");
  }

  @Test
  void goesOutAsItCameWhereNothingIsFound() throws Exception {
    HeldBody body = held(BodyPublishers.ofString(REFRESH));
    CompletableFuture<?> head = body.askAhead();

    directory.end();
    head.get(30, TimeUnit.SECONDS);

    assertThat(body.contentLength()).isEqualTo(REFRESH.length());
    assertThat(sent(body)).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("unknown-endpoint");
  }

  @Test
  void keepsAStreamBackUntilItIs() throws Exception {
    byte[] bytes = REFRESH.getBytes(StandardCharsets.UTF_8);

    Received received =
        Received.of(held(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    assertThat(received.text()).isEmpty();
    directory.end(ENDPOINT);

    assertThat(received.whole()).isEqualTo(CHANGED);
    assertThat(attempts.reasons()).containsExactly("added");
  }

  @Test
  void doesNotKeepTheHeadOfOneThatIsGivenUp() {
    HeldBody body = held(BodyPublishers.ofString(REFRESH));
    CompletableFuture<?> head = body.askAhead();

    body.letGo();

    assertThat(head).isDone();
    assertThat(body.contentLength()).isEqualTo(REFRESH.length());
  }

  @Test
  void beginsWhenTheClientFirstSpeaksToItsServer() {
    get(SERVER);

    assertThat(directory.begun).containsExactly("example-server");
  }

  @Test
  void doesNotBeginWhenTheClientSpeaksToAnother() {
    get("https://other.example.com/mcp");

    assertThat(directory.begun).isEmpty();
  }

  private void get(String url) {
    new Sites(new JdkHttpClient(), attempts)
        .arguments(
            "jdk",
            null,
            HttpRequest.newBuilder(URI.create(url)).build(),
            BodyHandlers.ofString(),
            null,
            null);
  }

  private HeldBody held(BodyPublisher body) {
    return new HeldBody(body, attempts.withoutWaiting());
  }

  private static String sent(HeldBody body) throws Exception {
    return Received.of(body).whole();
  }
}
