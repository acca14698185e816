package dev.mcphotfix.agent.oauth.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataDiscoveryTest {

  private static final String INSERTED = "/.well-known/oauth-protected-resource/mcp";
  private static final String ROOT = "/.well-known/oauth-protected-resource";
  private static final String METADATA = "/.well-known/oauth-authorization-server/idp";

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final MetadataDiscovery discovery =
      new MetadataDiscovery(entries::add, () -> 0, new Limits(20_000, 10_000, 2, 1));
  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void followsTheChallengeFirst() {
    server
        .answer("/mcp", 401, "WWW-Authenticate", challenge(ROOT + "/somewhere"), "")
        .resource(ROOT + "/somewhere", "/mcp")
        .issuer(METADATA, "/idp");

    assertThat(endpoints(lookUp(null))).containsExactly(server.url("/idp/token"));
    assertThat(server.requests()).containsExactly("/mcp", ROOT + "/somewhere", METADATA);
  }

  @Test
  void looksAtTheInsertedPathWithoutAChallenge() {
    server.resource(INSERTED, "/mcp").issuer(METADATA, "/idp");

    assertThat(endpoints(lookUp(null))).containsExactly(server.url("/idp/token"));
    assertThat(server.requests()).containsExactly("/mcp", INSERTED, METADATA);
  }

  @Test
  void looksAtTheRootWithoutAnInsertedPath() {
    server.resource(ROOT, "").issuer(METADATA, "/idp");

    assertThat(endpoints(lookUp(null))).containsExactly(server.url("/idp/token"));
    assertThat(server.requests()).containsExactly("/mcp", INSERTED, ROOT, METADATA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-authorization-server/idp",
        "/.well-known/openid-configuration/idp",
        "/idp/.well-known/openid-configuration"
      })
  void readsMetadataOfAnIssuerInEachForm(String form) {
    server.resource(INSERTED, "/mcp").issuer(form, "/idp");

    assertThat(endpoints(lookUp(null))).containsExactly(server.url("/idp/token"));
    assertThat(server.requests()).endsWith(form);
  }

  @Test
  void assumesTheTokenPathOfOldWhereNothingIsPublished() {
    List<AuthorizationServer> found = lookUp(null);

    assertThat(endpoints(found)).containsExactly(server.url("/token"));
    assertThat(entries)
        .singleElement()
        .satisfies(entry -> assertThat(entry.facts()).containsEntry("source", "assumed"));
  }

  @Test
  void assumesNothingWhereAnIssuerIsConfigured() {
    assertThat(lookUp(server.url("/idp"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 503})
  void assumesNothingWhereTheServerFailsOrPutsOff(int status) {
    server.answer(INSERTED, status, "X", "", "");

    assertThat(lookUp(null)).isEmpty();
  }

  @Test
  void assumesNothingWhereTheNamedServerPublishesNothing() {
    server.resource(INSERTED, "/mcp");

    assertThat(lookUp(null)).isEmpty();
  }

  @Test
  void readsMetadataOfAServerThatIsItsOwnAuthorizationServer() {
    server.issuer("/.well-known/oauth-authorization-server", "");

    assertThat(endpoints(lookUp(null))).containsExactly(server.url("/token"));
    assertThat(entries.get(0).facts()).containsEntry("source", "metadata");
  }

  @Test
  void countsTheAliasForClientsWithACertificateAndKeepsOtherEndpointsApart() {
    server
        .resource(INSERTED, "/mcp")
        .json(
            METADATA,
            "{\"issuer\": \"@/idp\", \"token_endpoint\": \"@/t\", \"revocation_endpoint\": \"@/r\","
                + " \"scopes_supported\": [[\"a\"], 1], \"x\": {\"token_endpoint\": \"@/no\"},"
                + " \"mtls_endpoint_aliases\": {\"token_endpoint\": \"@/m\"}}");

    assertThat(lookUp(null))
        .containsExactly(
            new AuthorizationServer(
                server.url("/idp"),
                List.of(server.url("/t"), server.url("/m")),
                List.of(server.url("/r")),
                true));
  }

  @Test
  void refusesMetadataOfAnotherIssuer() {
    server.resource(INSERTED, "/mcp").issuer(METADATA, "/other");

    assertThat(lookUp(null)).isEmpty();
    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.severity()).isEqualTo(Severity.WARN);
              assertThat(entry.facts().get("why"))
                  .contains(METADATA + ": another issuer than asked for");
            });
  }

  @Test
  void refusesAProtectedResourceThatDoesNotCoverTheServer() {
    server.resource(INSERTED, "/other").issuer(METADATA, "/idp");

    assertThat(lookUp(null)).isEmpty();
  }

  @Test
  void followsNoRedirect() {
    server
        .resource("/moved", "/mcp")
        .answer(INSERTED, 302, "Location", server.url("/moved"), "")
        .issuer(METADATA, "/idp");

    assertThat(lookUp(null)).isEmpty();
    assertThat(server.requests()).doesNotContain("/moved");
  }

  @Test
  void refusesADocumentThatIsTooLarge() {
    String padding = "\"x\": \"" + "x".repeat(200_000) + "\"";
    server.json(INSERTED, "{\"resource\": \"@/mcp\", " + padding + "}");

    assertThat(lookUp(null)).isEmpty();
    assertThat(entries.get(0).facts().get("why")).contains("too large");
  }

  @Test
  void refusesADocumentThatIsNotJson() {
    server.json(INSERTED, "<html>");

    assertThat(lookUp(null)).isEmpty();
    assertThat(entries.get(0).facts().get("why")).contains("not a JSON object");
  }

  @Test
  void asksNoServerOverPlainHttpButItself() {
    server.json(
        INSERTED,
        "{\"resource\": \"@/mcp\", \"authorization_servers\": [\"http://idp.example.com\"]}");

    assertThat(lookUp(null)).isEmpty();
    assertThat(entries.get(0).facts().get("why")).contains("neither https nor");
  }

  @Test
  void asksNobodyOnThisMachineForAServerElsewhere() {
    MetadataFetcher elsewhere =
        new MetadataFetcher(
            1_000, 1_000, new StaticClient("a", "https://192.0.2.1/mcp", "id", null, null));

    assertThat(elsewhere.document(server.url("/admin/stop")).failure()).contains("on this machine");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void takesNoTokenEndpointOverPlainHttp() {
    server
        .resource(INSERTED, "/mcp")
        .json(
            METADATA,
            "{\"issuer\": \"@/idp\", \"token_endpoint\": \"http://idp.example.com/token\"}");

    assertThat(lookUp(null)).isEmpty();
  }

  @Test
  void trustsTheConfiguredIssuerAndNoOther() {
    server
        .resource(INSERTED, "/mcp")
        .issuer(METADATA, "/idp")
        .issuer("/.well-known/oauth-authorization-server/mine", "/mine");

    assertThat(lookUp(server.url("/mine")))
        .extracting(AuthorizationServer::issuer, AuthorizationServer::trusted)
        .containsExactly(tuple(server.url("/mine"), true), tuple(server.url("/idp"), false));
    assertThat(entries.get(0).severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void asksOnlyTheIssuerWhereTheServerIsNotKnown() {
    server.issuer(METADATA, "/idp");

    List<AuthorizationServer> found =
        discovery.lookUp(new StaticClient("a", null, "id", null, server.url("/idp")));

    assertThat(endpoints(found)).containsExactly(server.url("/idp/token"));
    assertThat(server.requests()).containsExactly(METADATA);
  }

  @Test
  void asksNobodyWhereNothingIsKnown() {
    assertThat(discovery.lookUp(new StaticClient("a", null, "id", null, null))).isEmpty();
    assertThat(entries).isEmpty();
  }

  @Test
  void sendsNoCredentials() {
    server
        .answer("/mcp", 401, "WWW-Authenticate", "Basic realm=\"a\"", "")
        .resource(INSERTED, "/mcp")
        .issuer(METADATA, "/idp");

    lookUp(null);

    assertThat(server.credentials()).isEmpty();
  }

  @Test
  void beginsForAThreadOfTheAgentAsWell() throws Exception {
    server.resource(INSERTED, "/mcp").issuer(METADATA, "/idp");
    StaticClient client = new StaticClient("a", server.url("/mcp"), "id", null, null);
    Thread thread = new AgentThread(() -> discovery.prepare(client), "beginning");

    thread.start();
    thread.join();

    assertThat(discovery.isUnderWay(client) || !discovery.known(client).isEmpty()).isTrue();
  }

  @Test
  void saysOnceWhatWasFound() {
    server.resource(INSERTED, "/mcp").issuer(METADATA, "/idp");

    lookUp(null);

    assertThat(entries)
        .extracting(Entry::severity, Entry::event, entry -> entry.facts().get("endpoint"))
        .containsExactly(tuple(Severity.INFO, Notice.DISCOVERED, server.url("/idp/token")));
  }

  private List<AuthorizationServer> lookUp(@Nullable String issuer) {
    return discovery.lookUp(new StaticClient("a", server.url("/mcp"), "id", null, issuer));
  }

  private String challenge(String path) {
    return "Bearer error=\"invalid_token\", resource_metadata=\"" + server.url(path) + "\"";
  }

  private static List<String> endpoints(List<AuthorizationServer> servers) {
    return servers.stream().flatMap(each -> each.tokenEndpoints().stream()).toList();
  }
}
