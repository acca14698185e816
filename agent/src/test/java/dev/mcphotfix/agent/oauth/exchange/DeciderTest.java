package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.client;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.formOnly;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the directory is asked, and what its answers change. */
final class DeciderTest {

  private static final StaticClient ONE =
      client("one", "https://one.example.com/mcp", "one-client", null);
  private static final StaticClient TWO =
      client("two", "https://two.example.com/mcp", "two-client", null);
  private static final String MUTUAL_TLS = "https://mtls.example.com/token";

  private final RecordingLog log = new RecordingLog();
  private final List<String> asked = new ArrayList<>();

  @Test
  void findsTheEndpointOfAClientThatHasNoneConfigured() {
    Exchange exchange = examiner(true, ONE).examine(refresh().build(), "jdk");

    assertThat(exchange.form()).endsWith("&client_id=one-client");
    assertThat(asked).containsExactly("one");
  }

  @Test
  void knowsTheAliasForMutualTls() {
    Exchange exchange = examiner(true, ONE).examine(refresh().url(MUTUAL_TLS).build(), "jdk");

    assertThat(exchange.form()).endsWith("&client_id=one-client");
  }

  @Test
  void asksOnceWhereTheEndpointIsFound() {
    Examiner examiner = examiner(true, ONE);
    examiner.examine(refresh().build(), "jdk");
    examiner.examine(refresh().build(), "jdk");

    assertThat(asked).containsExactly("one");
  }

  @Test
  void leavesTheRequestAloneWhereTheIssuerIsAnother() {
    examiner(false, ONE).examine(refresh().build(), "jdk");

    assertThat(log.reasons()).containsExactly("issuer-changed");
  }

  @Test
  void leavesTheRequestAloneWhereTheEndpointIsNotFound() {
    TokenRequest request = refresh().url("https://b.example.com/token").build();

    assertThat(examiner(true, ONE).examine(request, "jdk").form()).isSameAs(request.text());
    assertThat(log.reasons()).containsExactly("unknown-endpoint");
  }

  @Test
  void asksAboutEachClientThatItMayBeSoThatItNeverGuesses() {
    examiner(true, ONE, TWO).examine(refresh().build(), "jdk");

    assertThat(asked).containsExactly("one", "two");
    assertThat(log.reasons()).containsExactly("ambiguous-server");
  }

  @Test
  void asksOnlyAboutTheClientOfTheResource() {
    Exchange exchange =
        examiner(true, ONE, TWO)
            .examine(refreshWith("&resource=https://two.example.com/mcp").build(), "jdk");

    assertThat(asked).containsExactly("two");
    assertThat(exchange.form()).endsWith("&client_id=two-client");
  }

  @Test
  void asksAboutTheRivalsOfAClientThatClaimsTheEndpoint() {
    examiner(true, EXAMPLE, TWO).examine(refresh().url(ENDPOINT).build(), "jdk");

    assertThat(asked).containsExactly("two");
  }

  @Test
  void leavesTheRequestAloneWhereARivalCannotBeAsked() {
    Examiner examiner = silent(EXAMPLE, TWO);
    TokenRequest request = refresh().url(ENDPOINT).build();

    assertThat(examiner.examine(request, "jdk").form()).isSameAs(request.text());
    assertThat(log.reasons()).containsExactly("ambiguous-server");
  }

  private Examiner silent(StaticClient... clients) {
    return new Examiner(
        new Setup(
            Knowledge.of(List.of(clients), EnumSet.of(Grant.REFRESH_TOKEN)),
            false,
            client -> List.of(),
            log));
  }

  @Test
  void asksNothingAboutAClientWhoseEndpointIsConfigured() {
    examiner(true, EXAMPLE).examine(refresh().url("https://b.example.com/token").build(), "jdk");

    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=b",
        "grant_type=password",
        "grant_type=refresh_token&refresh_token=r1&client_id=x",
        "grant_type=refresh_token&refresh_token=r1&client_assertion=x",
        "grant_type=refresh_token&refresh_token=r1&resource=https://c.example.com"
      })
  void asksNothingForARequestThatItWouldLeaveAlone(String form) {
    examiner(true, ONE).examine(refresh().form(form).build(), "jdk");

    assertThat(asked).isEmpty();
  }

  @Test
  void asksNothingForAFormWithoutUrl() {
    Exchange exchange = examiner(true, ONE).examine(formOnly().build(), "rule");

    assertThat(exchange.form()).endsWith("&client_id=one-client");
    assertThat(asked).isEmpty();
  }

  @Test
  void awaitsTheDiscoveryThatItHangsOn() {
    LateDirectory late = new LateDirectory();
    Examiner examiner = late(late, false, ONE);
    List<String> told = new ArrayList<>();

    assertThat(examiner.awaits(refresh().build(), () -> told.add("ended"))).isTrue();
    assertThat(told).isEmpty();
    late.end(ENDPOINT);

    assertThat(told).containsExactly("ended");
    assertThat(examiner.awaits(refresh().build(), () -> told.add("again"))).isFalse();
    assertThat(examiner.examine(refresh().build(), "netty", false).form())
        .endsWith("&client_id=one-client");
    assertThat(late.isWaitedFor()).isFalse();
  }

  @Test
  void awaitsNothingForARequestThatItWouldLeaveAlone() {
    LateDirectory late = new LateDirectory();

    assertThat(late(late, false, ONE).awaits(refresh().form("a=b").build(), () -> {})).isFalse();
    assertThat(late.begun).isEmpty();
  }

  @Test
  void awaitsNothingWhereTheEndpointIsTold() {
    LateDirectory late = new LateDirectory();

    assertThat(late(late, false, EXAMPLE).awaits(refresh().build(), () -> {})).isFalse();
    assertThat(late.begun).isEmpty();
  }

  @Test
  void awaitsNothingWhereItOnlyObserves() {
    assertThat(late(new LateDirectory(), true, ONE).awaits(refresh().build(), () -> {})).isFalse();
  }

  @Test
  void leavesTheRequestAloneThatCannotWaitForDiscovery() {
    LateDirectory late = new LateDirectory();
    TokenRequest request = refresh().build();

    assertThat(late(late, false, ONE).examine(request, "apache5", false).form())
        .isSameAs(request.text());
    assertThat(log.reasons()).containsExactly("unknown-endpoint:discovery-pending");
    assertThat(late.isWaitedFor()).isFalse();
  }

  @Test
  void advisesToConnectOnceMoreWhereTheServerRefusesWhatCameTooEarly() {
    String refusal =
        "{\"error\":\"invalid_request\",\"error_description\":\"client_id is required\"}";

    late(new LateDirectory(), true, ONE)
        .examine(refresh().build(), "jdk", false)
        .responded(400, refusal);

    assertThat(log.lastFact("advice")).contains("connect once more, or configure tokenEndpoint");
  }

  @Test
  void leavesTheRequestAloneThatCannotWaitForARival() {
    LateDirectory late = new LateDirectory();
    TokenRequest request = refresh().url(ENDPOINT).build();

    assertThat(late(late, false, EXAMPLE, TWO).examine(request, "apache5", false).form())
        .isSameAs(request.text());
    assertThat(log.reasons()).containsExactly("ambiguous-server:discovery-pending");
  }

  @Test
  void tellsWhatItOnlyObservesWhenTheDiscoveryHasEnded() {
    LateDirectory late = new LateDirectory();
    TokenRequest request = refresh().build();

    assertThat(late(late, true, ONE).examine(request, "jdk").form()).isSameAs(request.text());
    assertThat(log.entries).isEmpty();
    late.end(ENDPOINT);

    assertThat(log.reasons()).containsExactly("added");
    assertThat(late.isWaitedFor()).isFalse();
  }

  @Test
  void tellsOnceWhatTwoHooksObserveBeforeTheDiscoveryHasEnded() {
    LateDirectory late = new LateDirectory();
    Examiner examiner = late(late, true, ONE);
    examiner.examine(refresh().build(), "rule");
    examiner.examine(refresh().build(), "jdk");
    late.end(ENDPOINT);

    assertThat(log.reasons()).containsExactly("added");
  }

  @Test
  void tellsAtOnceWhatItObservesAndNoDiscoveryCanChange() {
    late(new LateDirectory(), true, EXAMPLE).examine(refresh().build(), "jdk");

    assertThat(log.reasons()).containsExactly("added");
  }

  private Examiner late(LateDirectory late, boolean observe, StaticClient... clients) {
    return new Examiner(
        new Setup(
            Knowledge.of(List.of(clients), EnumSet.of(Grant.REFRESH_TOKEN)), observe, late, log));
  }

  private Examiner examiner(boolean trusted, StaticClient... clients) {
    AuthorizationServerDirectory directory =
        client -> {
          asked.add(client.serverName());
          List<String> endpoints = List.of(ENDPOINT, MUTUAL_TLS);
          return List.of(new AuthorizationServer("i", endpoints, List.of(), trusted));
        };
    return new Examiner(
        new Setup(
            Knowledge.of(List.of(clients), EnumSet.of(Grant.REFRESH_TOKEN)),
            false,
            directory,
            log));
  }
}
