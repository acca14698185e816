package dev.mcphotfix.agent.oauth.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveryCacheTest {

  private static final String RESOURCE = "/.well-known/oauth-protected-resource/mcp";
  private static final String METADATA = "/.well-known/oauth-authorization-server/idp";
  private static final Limits PATIENT = new Limits(20_000, 10_000, 3_600_000, 300_000);

  private final AtomicLong now = new AtomicLong();
  private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
  private final MetadataDiscovery discovery =
      new MetadataDiscovery(entries::add, now::get, PATIENT);
  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer().resource(RESOURCE, "/mcp").issuer(METADATA, "/idp");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersFromMemoryForAnHour() {
    lookUp(discovery);
    now.set(3_599_999);

    assertThat(lookUp(discovery)).hasSize(1);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void asksAgainAfterAnHour() {
    lookUp(discovery);
    now.set(3_600_000);

    assertThat(lookUp(discovery)).hasSize(1);
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void remembersAFailureForFiveMinutes() {
    server.forget(METADATA);
    lookUp(discovery);
    int asked = server.requests().size();
    now.set(299_999);

    assertThat(lookUp(discovery)).isEmpty();
    assertThat(server.requests()).hasSize(asked);
  }

  @Test
  void doesNotRememberAFailureBeforeAnybodyAsked() throws Exception {
    server.forget(METADATA);
    lookAhead();
    assertThat(entries.take().event()).isEqualTo(Notice.DISCOVERY_FAILED);
    server.issuer(METADATA, "/idp");

    assertThat(lookUp(discovery)).hasSize(1);
  }

  @Test
  void remembersWhatItFoundBeforeAnybodyAsked() throws Exception {
    lookAhead();
    assertThat(entries.take().event()).isEqualTo(Notice.DISCOVERED);

    assertThat(lookUp(discovery)).hasSize(1);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void triesAgainFiveMinutesAfterAFailure() {
    server.forget(METADATA);
    lookUp(discovery);
    server.issuer(METADATA, "/idp");
    now.set(300_000);

    assertThat(lookUp(discovery)).hasSize(1);
  }

  @Test
  void keepsWhatItKnewWhileTheServerFails() {
    List<AuthorizationServer> before = lookUp(discovery);
    server.forget(METADATA);
    now.set(3_600_000);

    assertThat(lookUp(discovery)).isEqualTo(before);
  }

  @Test
  void doesNotTrustAnIssuerThatComesLater() {
    lookUp(discovery);
    server
        .json(RESOURCE, "{\"resource\": \"@/mcp\", \"authorization_servers\": [\"@/new\"]}")
        .issuer("/.well-known/oauth-authorization-server/new", "/new");
    now.set(3_600_000);

    assertThat(lookUp(discovery))
        .extracting(AuthorizationServer::issuer, AuthorizationServer::trusted)
        .containsExactly(tuple(server.url("/new"), false));
  }

  @Test
  void asksOnceForManyThreads() throws Exception {
    CountDownLatch gate = server.close(new CountDownLatch(1));
    List<CompletableFuture<List<AuthorizationServer>>> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      CompletableFuture<List<AuthorizationServer>> answer = new CompletableFuture<>();
      answers.add(answer);
      new Thread(() -> answer.complete(lookUp(discovery))).start();
    }
    gate.countDown();

    for (CompletableFuture<List<AuthorizationServer>> answer : answers) {
      assertThat(answer.get(30, TimeUnit.SECONDS)).hasSize(1);
    }
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void letsTheHostGoOnWhileTheServerIsSlow() throws Exception {
    CountDownLatch gate = server.close(new CountDownLatch(1));
    MetadataDiscovery hasty =
        new MetadataDiscovery(entries::add, now::get, new Limits(200, 20_000, 1, 1));

    List<AuthorizationServer> found = lookUp(hasty);

    assertThat(found).isEmpty();
    assertThat(gate.getCount()).isEqualTo(1);
    assertThat(entries.poll(30, TimeUnit.SECONDS))
        .isNotNull()
        .satisfies(
            entry -> assertThat(entry.facts().get("why")).containsAnyOf("Timeout", "out of time"));
  }

  @Test
  void keepsTheInterruptOfTheHost() {
    Thread.currentThread().interrupt();

    List<AuthorizationServer> found = lookUp(discovery);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(found).isEmpty();
  }

  @Test
  void doesNotAskOnAThreadOfTheAgent() throws Exception {
    CompletableFuture<List<AuthorizationServer>> answer = new CompletableFuture<>();

    new AgentThread(() -> answer.complete(lookUp(discovery)), "agent").start();

    assertThat(answer.get(30, TimeUnit.SECONDS)).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void tellsWhoAwaitsItsEndAndHoldsUpNobody() throws Exception {
    CountDownLatch gate = server.close(new CountDownLatch(1));
    CountDownLatch ended = new CountDownLatch(1);

    discovery.prepare(client());

    assertThat(discovery.isUnderWay(client())).isTrue();
    assertThat(discovery.await(client(), ended::countDown)).isTrue();
    assertThat(discovery.known(client())).isEmpty();
    gate.countDown();
    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(discovery.known(client())).hasSize(1);
    assertThat(discovery.isUnderWay(client())).isFalse();
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void tellsWhoAwaitsItThatItIsLate() throws Exception {
    CountDownLatch gate = server.close(new CountDownLatch(1));
    CountDownLatch late = new CountDownLatch(1);
    MetadataDiscovery hasty =
        new MetadataDiscovery(entries::add, now::get, new Limits(200, 20_000, 1, 1_000));

    hasty.prepare(client());

    assertThat(hasty.await(client(), late::countDown)).isTrue();
    assertThat(late.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(gate.getCount()).isEqualTo(1);
    assertThat(hasty.await(client(), late::countDown)).isFalse();
  }

  @Test
  void tellsNobodyOfWhatHasEndedOrNeverBegan() {
    assertThat(discovery.await(client(), () -> {})).isFalse();
    lookUp(discovery);

    assertThat(discovery.await(client(), () -> {})).isFalse();
    assertThat(discovery.known(client())).hasSize(1);
  }

  @Test
  void tellsTheOthersToo() throws Exception {
    CountDownLatch gate = server.close(new CountDownLatch(1));
    CountDownLatch ended = new CountDownLatch(1);
    discovery.prepare(client());
    discovery.await(
        client(),
        () -> {
          throw new IllegalStateException("of one request");
        });
    discovery.await(client(), ended::countDown);

    gate.countDown();

    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private List<AuthorizationServer> lookUp(MetadataDiscovery directory) {
    return directory.lookUp(client());
  }

  private void lookAhead() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    discovery.lookAhead(client());
    if (discovery.await(client(), ended::countDown)) {
      ended.await();
    }
  }

  private StaticClient client() {
    return new StaticClient("a", server.url("/mcp"), "id", null, null);
  }
}
