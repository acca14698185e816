package dev.mcphotfix.agent.oauth.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that would lead the agent elsewhere, or keep it; what they were asked for is looked at.
 */
class HostileMetadataTest {

  private static final String INSERTED = "/.well-known/oauth-protected-resource/mcp";
  private static final String ROOT = "/.well-known/oauth-protected-resource";
  private static final String METADATA = "/.well-known/oauth-authorization-server/idp";

  private final AtomicLong now = new AtomicLong();
  private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"'HTTP/1.1 200 OK\r\nX-Drip: ', x", "'', 'HTTP/1.1 100 Continue\r\n\r\n'"})
  void areGivenUpWhenTheTimeIsUp(String beginning, String piece) throws Exception {
    try (DrippingServer dripping = new DrippingServer(beginning, piece)) {
      lookUp(new Limits(500, 400, 2, 1), dripping.url("/mcp"));

      Entry entry = entries.poll(20, TimeUnit.SECONDS);
      assertThat(entry).isNotNull().extracting(Entry::event).isEqualTo(Notice.DISCOVERY_FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin?delete=1",
        "/.well-known/oauth-protected-resource?delete=1",
        "/.well-known/oauth-protected-resources/mcp",
        "/.well-known/oauth-authorization-server/admin"
      })
  void leadToNoOtherPlaceOfTheirOwn(String path) throws Exception {
    announce(server.url(path));

    assertThat(server.requests()).startsWith("/mcp", INSERTED, ROOT).doesNotContain(path);
    assertThat(why()).contains("not at a well-known path of the server itself", "tokenEndpoint");
  }

  @Test
  void leadToNoOtherPort() throws Exception {
    try (FakeServer other = new FakeServer()) {
      announce(other.url(ROOT));

      assertThat(other.requests()).isEmpty();
      assertThat(why()).contains("not at a well-known path of the server itself");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://192.0.2.1/mcp, https://127.0.0.1:1/x, a loopback address",
    "https://192.0.2.1/mcp, https://[::1]:1/x, a loopback address",
    "https://192.0.2.1/mcp, https://10.0.0.1:1/x, a private address",
    "https://192.0.2.1/mcp, https://169.254.169.254/latest, a link-local address",
    "https://10.0.0.1/mcp, https://169.254.169.254/latest, a link-local address",
    "https://10.0.0.1/mcp, https://127.0.0.1:1/x, a loopback address"
  })
  void leadToNoOtherPartOfTheNetwork(String configured, String named, String refusal) {
    assertThat(fetcher(configured).document(named).failure())
        .contains(refusal, "configure tokenEndpoint");
  }

  @Test
  void mayLeadToWhereTheConfiguredServerLies() {
    assertThat(fetcher("https://127.0.0.1:1/mcp").document("https://127.0.0.1:1/x").failure())
        .isEqualTo("no connection");
  }

  @Test
  void areToldOnceWhenTokensGoToAnotherOriginThanTheIssuers() throws Exception {
    server
        .resource(INSERTED, "/mcp")
        .json(METADATA, "{\"issuer\": \"@/idp\", \"token_endpoint\": \"https://t.example.com/t\"}");
    MetadataDiscovery discovery =
        new MetadataDiscovery(entries::add, now::get, new Limits(20_000, 10_000, 2, 1));
    StaticClient client = client(server.url("/mcp"));

    discovery.lookUp(client);
    now.set(2);
    discovery.lookUp(client);

    String elsewhere = "https://t.example.com/t of " + server.url("/idp");
    assertThat(entries)
        .extracting(Entry::severity, entry -> entry.facts().get("elsewhere"))
        .containsExactly(tuple(Severity.WARN, elsewhere), tuple(Severity.INFO, elsewhere));
  }

  private void announce(String metadata) {
    String challenge = "Bearer resource_metadata=\"" + metadata + '"';
    server.answer("/mcp", 401, "WWW-Authenticate", challenge, "");
    lookUp(new Limits(20_000, 10_000, 2, 1), server.url("/mcp"));
  }

  private void lookUp(Limits limits, String url) {
    new MetadataDiscovery(entries::add, now::get, limits).lookUp(client(url));
  }

  private String why() throws InterruptedException {
    Entry entry = entries.take();
    return entry.facts().getOrDefault("why", "") + entry.facts().getOrDefault("skipped", "");
  }

  private static MetadataFetcher fetcher(String url) {
    return new MetadataFetcher(5_000, 5_000, client(url));
  }

  private static StaticClient client(String url) {
    return new StaticClient("a", url, "id", null, null);
  }
}
