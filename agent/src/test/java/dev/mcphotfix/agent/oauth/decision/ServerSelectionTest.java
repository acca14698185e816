package dev.mcphotfix.agent.oauth.decision;

import static dev.mcphotfix.agent.log.Reason.ADDED;
import static dev.mcphotfix.agent.log.Reason.AMBIGUOUS_SERVER;
import static dev.mcphotfix.agent.log.Reason.DIFFERENT_CLIENT_ID;
import static dev.mcphotfix.agent.log.Reason.TOKEN_OF_OTHER_CLIENT;
import static dev.mcphotfix.agent.log.Reason.UNKNOWN_ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.NEIGHBOUR;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.client;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.example;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.formOnly;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several configured servers a request is for. */
final class ServerSelectionTest {

  private static final String NEIGHBOUR_RESOURCE = "&resource=https://neighbour.example.com/mcp";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mcp.example.com/mcp",
        "HTTPS://MCP.example.com:443/mcp/",
        "https%3A%2F%2Fmcp.example.com%2Fmcp",
        "https://mcp.example.com/mcp#fragment",
        "https://mcp.example.com",
        "https://mcp.example.com/mcp/tools"
      })
  void isDecidedByTheResource(String resource) {
    Verdict verdict = both().decide(refreshWith("&resource=" + resource));

    assertThat(verdict.reason()).isEqualTo(ADDED);
    assertThat(verdict.client()).isEqualTo(EXAMPLE);
  }

  @Test
  void takesTheExactResourceBeforeABroaderOne() {
    StaticClient root = client("root", "https://mcp.example.com", "root-client", ENDPOINT);
    KnowledgeBuilder knowledge = KnowledgeBuilder.of(root, EXAMPLE);

    Verdict verdict = knowledge.decide(refreshWith("&resource=https://mcp.example.com/mcp"));

    assertThat(verdict.client()).isEqualTo(EXAMPLE);
  }

  @Test
  void isAmbiguousWhereABroadResourceCoversTwoServers() {
    StaticClient second = client("second", "https://mcp.example.com/b", "second-client", ENDPOINT);
    KnowledgeBuilder knowledge = KnowledgeBuilder.of(EXAMPLE, second);

    Verdict verdict = knowledge.decide(refreshWith("&resource=https://mcp.example.com"));

    assertThat(verdict.reason()).isEqualTo(AMBIGUOUS_SERVER);
  }

  @Test
  void isAmbiguousWhereTwoResourcesPointToTwoServers() {
    Verdict verdict =
        both().decide(refreshWith("&resource=https://mcp.example.com/mcp" + NEIGHBOUR_RESOURCE));

    assertThat(verdict.reason()).isEqualTo(AMBIGUOUS_SERVER);
  }

  @Test
  void isDecidedWhereTwoResourcesPointToOneServer() {
    Verdict verdict =
        both()
            .decide(
                refreshWith(
                    "&resource=https://mcp.example.com/mcp&resource=https://mcp.example.com"));

    assertThat(verdict.client()).isEqualTo(EXAMPLE);
  }

  @Test
  void isNotTheOnlyClientWhereTheResourceIsAnotherServers() {
    Verdict verdict = example().decide(refreshWith("&resource=https://elsewhere.example.com/mcp"));

    assertThat(verdict.reason()).isEqualTo(AMBIGUOUS_SERVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api://some-audience", "urn:example:mcp", "my-audience", ""})
  void takesNoResourceForEvidenceThatIsNoUrlOfTheWeb(String resource) {
    Verdict verdict = example().decide(refreshWith("&resource=" + resource));

    assertThat(verdict.reason()).isEqualTo(ADDED);
  }

  @Test
  void takesAnyResourceWhereTheServersUrlIsNotConfigured() {
    KnowledgeBuilder knowledge = KnowledgeBuilder.of(client("a", null, "a-client", ENDPOINT));

    Verdict verdict = knowledge.decide(refreshWith("&resource=https://mcp.example.com/mcp"));

    assertThat(verdict.reason()).isEqualTo(ADDED);
  }

  @Test
  void isDecidedByTheServerOfTheRefreshToken() {
    Verdict verdict = both().learned("neighbour", null).decide(refresh());

    assertThat(verdict.reason()).isEqualTo(ADDED);
    assertThat(verdict.client()).isEqualTo(NEIGHBOUR);
  }

  @Test
  void isDecidedByTheClientOfTheRefreshToken() {
    Verdict verdict = both().learned(null, "neighbour-client").decide(refresh());

    assertThat(verdict.client()).isEqualTo(NEIGHBOUR);
  }

  @Test
  void takesTheRefreshTokenBeforeTheResource() {
    Verdict verdict =
        both().learned("example-server", null).decide(refreshWith(NEIGHBOUR_RESOURCE));

    assertThat(verdict.client()).isEqualTo(EXAMPLE);
  }

  @Test
  void comparesThePresentIdWithTheDecidedClientOnly() {
    Verdict verdict =
        both().decide(refreshWith("&client_id=my-static-client" + NEIGHBOUR_RESOURCE));

    assertThat(verdict.reason()).isEqualTo(DIFFERENT_CLIENT_ID);
  }

  @Test
  void isDecidedWhereServersShareOneId() {
    StaticClient twin = client("twin", null, EXAMPLE.clientId(), ENDPOINT);

    Verdict verdict = KnowledgeBuilder.of(EXAMPLE, twin).decide(refresh());

    assertThat(verdict.reason()).isEqualTo(ADDED);
  }

  @Test
  void isDecidedByTheEndpointWhereServersHaveTheirOwn() {
    StaticClient other = client("other", null, "other-client", "https://b.example.com/token");
    KnowledgeBuilder knowledge = KnowledgeBuilder.of(EXAMPLE, other);

    assertThat(knowledge.decide(refresh()).client()).isEqualTo(EXAMPLE);
    assertThat(knowledge.decide(refresh().url("https://B.example.com:443/token?x=y")).client())
        .isEqualTo(other);
  }

  @Test
  void takesTheTrustedIssuerOfAClientBeforeAnother() {
    StaticClient undiscovered = client("new", null, "new-client", null);
    KnowledgeBuilder knowledge =
        KnowledgeBuilder.of(undiscovered)
            .discovered(new AuthorizationServer("moved", List.of(ENDPOINT), List.of(), false))
            .discovered(new AuthorizationServer("mine", List.of(ENDPOINT), List.of(), true));

    assertThat(knowledge.decide(refresh()).reason()).isEqualTo(ADDED);
  }

  @Test
  void isAmbiguousWhereAnotherServerMayHaveMovedToTheEndpoint() {
    StaticClient moved = client("moved", null, "moved-client", null);
    KnowledgeBuilder knowledge =
        KnowledgeBuilder.of(EXAMPLE, moved)
            .discovered(new AuthorizationServer("i", List.of(ENDPOINT), List.of(), false));

    assertThat(knowledge.decide(refresh()).reason()).isEqualTo(AMBIGUOUS_SERVER);
  }

  @Test
  void isAmbiguousForAFormWithoutUrlWhereTwoServersAreConfigured() {
    assertThat(both().decide(formOnly()).reason()).isEqualTo(AMBIGUOUS_SERVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"neighbour", "https://neighbour.example.com/mcp/"})
  void isDecidedByTheServerOfARule(String server) {
    Verdict verdict = both().decide(formOnly().server(server));

    assertThat(verdict.reason()).isEqualTo(ADDED);
    assertThat(verdict.client()).isEqualTo(NEIGHBOUR);
  }

  @Test
  void leavesAFormAloneThatARuleGivesToAnUnconfiguredServer() {
    Verdict verdict = both().decide(formOnly().server("unconfigured"));

    assertThat(verdict.reason()).isEqualTo(UNKNOWN_ENDPOINT);
    assertThat(verdict.severity()).isEqualTo(Severity.DEBUG);
  }

  @Test
  void leavesAFormAloneWhoseResourceContradictsTheRule() {
    Verdict verdict =
        both()
            .decide(
                formOnly()
                    .server("example-server")
                    .form("grant_type=refresh_token&refresh_token=r1" + NEIGHBOUR_RESOURCE));

    assertThat(verdict.reason()).isEqualTo(AMBIGUOUS_SERVER);
  }

  @Test
  void leavesAFormAloneWhoseTokenContradictsTheRule() {
    Verdict verdict = both().learned("neighbour", null).decide(formOnly().server("example-server"));

    assertThat(verdict.reason()).isEqualTo(TOKEN_OF_OTHER_CLIENT);
  }

  private static KnowledgeBuilder both() {
    return KnowledgeBuilder.of(EXAMPLE, NEIGHBOUR);
  }
}
