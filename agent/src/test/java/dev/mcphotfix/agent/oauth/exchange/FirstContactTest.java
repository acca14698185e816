package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.client;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the client first speaks to a server whose token endpoint is to be found. */
final class FirstContactTest {

  private static final StaticClient ONE =
      client("one", "https://one.example.com/mcp", "one-client", null);
  private static final StaticClient TWO =
      client("two", "https://two.example.com/mcp", "two-client", null);

  private final LateDirectory directory = new LateDirectory();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://one.example.com/mcp",
        "https://one.example.com/mcp/",
        "https://one.example.com:443/mcp",
        "HTTPS://ONE.example.com/mcp",
        "https://me@one.example.com/mcp#top"
      })
  void beginsADiscovery(String url) {
    contact(ONE, TWO).met(url);

    assertThat(directory.begun).containsExactly("one");
    assertThat(directory.isWaitedFor()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://one.example.com/",
        "https://one.example.com/mcp/messages",
        "https://one.example.com/mcp?tenant=a",
        "https://one.example.com:8443/mcp",
        "http://one.example.com/mcp",
        "https://one.example.com.evil.example/mcp",
        "https://me@idp.example.com/mcp",
        "/mcp",
        ""
      })
  void beginsNoneForAnotherUrl(String url) {
    FirstContact contact = contact(ONE, TWO);

    contact.met(url);

    assertThat(directory.begun).isEmpty();
    assertThat(contact.isAhead()).isTrue();
  }

  @Test
  void beginsEachOnce() {
    FirstContact contact = contact(ONE, TWO);
    contact.met("https://one.example.com/mcp");
    directory.begun.clear();

    contact.met("https://one.example.com/mcp");
    assertThat(directory.begun).isEmpty();
    contact.met("https://two.example.com/mcp");
    assertThat(directory.begun).containsExactly("two");
  }

  @Test
  void isToldOfNothingMoreOnceAllAreMet() {
    FirstContact contact = contact(ONE);

    contact.met("https://one.example.com/mcp");

    assertThat(contact.isAhead()).isFalse();
  }

  @Test
  void beginsNoneWhereTheEndpointIsTold() {
    FirstContact contact = contact(EXAMPLE);

    contact.met("https://mcp.example.com/mcp");

    assertThat(contact.isAhead()).isFalse();
    assertThat(directory.begun).isEmpty();
  }

  @Test
  void beginsNoneWhereDiscoveryIsOff() {
    FirstContact contact =
        new Setup(knowledge(ONE), false, AuthorizationServerDirectory.NONE, new RecordingLog())
            .firstContact();

    assertThat(contact.isAhead()).isFalse();
  }

  @Test
  void beginsForEachClientOfOneUrl() {
    StaticClient other = client("other", "https://one.example.com/mcp/", "other-client", null);

    contact(ONE, other).met("https://one.example.com/mcp");

    assertThat(directory.begun).containsExactly("one", "other");
  }

  @Test
  void knowsTheEndpointWhenTheFirstRefreshComes() {
    Examiner examiner =
        new Examiner(new Setup(knowledge(ONE), false, directory, new RecordingLog()));
    examiner.met("https://one.example.com/mcp");
    directory.end(ENDPOINT);

    Exchange exchange = examiner.examine(refresh().build(), "jdk", false);

    assertThat(exchange.form()).endsWith("&client_id=one-client");
    assertThat(directory.isWaitedFor()).isFalse();
  }

  @Test
  void beginsAgainForAnotherConfiguration() {
    Setup setup = new Setup(knowledge(ONE), false, directory, new RecordingLog());
    Examiner examiner = new Examiner(setup);
    examiner.met("https://one.example.com/mcp");

    examiner.follow(new Setup(knowledge(ONE, TWO), false, directory, new RecordingLog()));

    examiner.met("https://two.example.com/mcp");
    assertThat(directory.begun).containsExactly("one", "two");
  }

  @Test
  void beginsForAllServersWhereTheClientWasRunningBefore() {
    StaticClient ofIssuer =
        new StaticClient("three", null, "three-client", null, "https://idp.example.com");
    FirstContact contact = contact(ONE, TWO, ofIssuer, EXAMPLE);

    contact.metAll();

    assertThat(directory.begun).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(contact.isUnderWay()).isTrue();
    assertThat(directory.isWaitedFor()).isFalse();
    directory.end(ENDPOINT);
    assertThat(contact.isUnderWay()).isFalse();
  }

  @Test
  void beginsForNoServerOfAClientThatWasRunningWhereDiscoveryIsOff() {
    FirstContact contact =
        new Setup(knowledge(ONE), false, AuthorizationServerDirectory.NONE, new RecordingLog())
            .firstContact();

    contact.metAll();

    assertThat(contact.isUnderWay()).isFalse();
  }

  @Test
  void triesAgainAtTheFirstContactWhatFailedBefore() {
    FirstContact contact = contact(ONE);
    contact.metAll();
    directory.end();
    directory.begun.clear();

    contact.met("https://one.example.com/mcp");

    assertThat(directory.begun).containsExactly("one");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void knowsTheEndpointOfAClientThatWasRunningBeforeItSpeaks(boolean observe) {
    RecordingLog log = new RecordingLog();
    Examiner examiner = new Examiner(new Setup(knowledge(ONE), observe, directory, log));
    examiner.metAll();
    assertThat(examiner.isDiscovering()).isTrue();
    directory.end(ENDPOINT);

    examiner.examine(refresh().build(), "jdk", false);

    assertThat(log.reasons()).containsExactly("added");
    assertThat(examiner.isDiscovering()).isFalse();
  }

  private FirstContact contact(StaticClient... clients) {
    return new Setup(knowledge(clients), false, directory, new RecordingLog()).firstContact();
  }

  private static Knowledge knowledge(StaticClient... clients) {
    return Knowledge.of(List.of(clients), EnumSet.of(Grant.REFRESH_TOKEN));
  }
}
