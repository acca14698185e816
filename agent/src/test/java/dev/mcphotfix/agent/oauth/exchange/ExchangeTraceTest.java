package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.NEIGHBOUR;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.client;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.REFRESH;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.formOnly;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import dev.mcphotfix.agent.oauth.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the trace tells of a token request and of its answer. */
final class ExchangeTraceTest {

  private static final String GRANTED = "{\"access_token\":\"a2\",\"expires_in\":3600%s}";

  private final RecordingLog log = new RecordingLog();
  private final RecordingLog told = new RecordingLog();
  private final Examiner examiner = examiner(new ToldTrace(told, "t"), EXAMPLE);

  @Test
  void tellsWhatWasSentAndWhatCameBack() {
    examiner
        .examine(refreshWith("&scope=mcp:tools+s3cr3t&x=&x=&resource=" + RESOURCE).build(), "jdk")
        .responded(200, GRANTED.formatted(",\"refresh_token\":\"r2\""));

    assertThat(told.entries).hasSize(2);
    assertThat(told.entries)
        .allSatisfy(entry -> assertThat(entry.event()).isEqualTo(Notice.TRACE))
        .allSatisfy(entry -> assertThat(entry.severity()).isEqualTo(Severity.INFO))
        .allSatisfy(
            entry ->
                assertThat(entry.facts())
                    .containsEntry("conversation", "t-1")
                    .containsEntry("server", "example-server")
                    .containsEntry("request", "0001")
                    .containsKeys("ms", "thread"));
    assertThat(facts(0))
        .containsEntry("step", "token-request")
        .containsEntry("hook", "jdk")
        .containsEntry("endpoint", ENDPOINT)
        .containsEntry("grant", "refresh_token")
        .containsEntry("parameters", "grant_type,refresh_token,scope,x,resource")
        .containsEntry("empty", "x")
        .containsEntry("doubled", "x")
        .containsEntry("authentication", "none")
        .containsEntry("scope", "mcp:tools ***")
        .containsEntry("resource", "https://mcp.example.com/mcp")
        .doesNotContainKey("guessed");
    assertThat(facts(1))
        .containsEntry("step", "token-response")
        .containsEntry("status", "200")
        .containsEntry("client_id", "added")
        .containsEntry("expires_in", "3600")
        .containsEntry("scope", "omitted")
        .containsEntry("refresh_token", "new")
        .containsKey("took")
        .doesNotContainKey("error");
  }

  private static final String RESOURCE = "https%3A%2F%2Fmcp.example.com%2Fmcp%3Fkey%3D1";

  @ParameterizedTest
  @CsvSource({
    "'', omitted, omitted",
    "',\"refresh_token\":\"r1\",\"scope\":\"read\"', same, same",
    "',\"refresh_token\":\"r2\",\"scope\":\"read write\"', new, new"
  })
  void comparesWhatIsGrantedWithWhatWasHadBefore(String more, String token, String scope) {
    examiner
        .examine(refreshWith("&scope=read").build(), "jdk")
        .responded(200, GRANTED.formatted(more));

    assertThat(facts(1)).containsEntry("refresh_token", token).containsEntry("scope", scope);
  }

  @Test
  void tellsARefusalAndComparesNothing() {
    examiner
        .examine(refreshWith("&client_id=" + EXAMPLE.clientId()).build(), "jdk")
        .responded(400, "{\"error\":\"invalid_grant\",\"expires_in\":\"soon\"}");

    assertThat(facts(1))
        .containsEntry("error", "invalid_grant")
        .containsEntry("client_id", "own")
        .doesNotContainKeys("refresh_token", "scope", "expires_in");
  }

  @ParameterizedTest
  @CsvSource({
    "Basic bXk6cGFzcw==, '', Basic",
    ", &client_secret=s, client_secret",
    ", &client_assertion=s, client_assertion",
    ", '', none"
  })
  void tellsHowTheClientAuthenticates(@Nullable String header, String more, String word) {
    RequestBuilder request = refreshWith(more);

    examiner.examine(
        (header == null ? request : request.header("Authorization", header)).build(), "jdk");

    assertThat(facts(0)).containsEntry("authentication", word);
  }

  @Test
  void tellsARequestOnceThoughTwoHooksSeeIt() {
    examiner.examine(formOnly().build(), "rule");
    examiner.examine(refresh().build(), "jdk").responded(400, null);

    assertThat(steps())
        .extracting(entry -> entry.facts().get("step"))
        .containsExactly("token-request", "token-response");
  }

  @Test
  void beginsAnotherConversationWithTheNextRequest() {
    examiner.examine(refresh().build(), "jdk").responded(400, null);
    examiner.examine(refresh().build(), "jdk").responded(400, null);

    assertThat(steps())
        .extracting(entry -> entry.facts().get("conversation"))
        .containsExactly("t-1", "t-1", "t-2", "t-2");
  }

  @Test
  void goesOnWhileADeviceIsToAskAgain() {
    examiner
        .examine(refresh().build(), "jdk")
        .responded(400, "{\"error\":\"authorization_pending\"}");
    examiner.examine(refresh().build(), "jdk");

    assertThat(told.last().facts()).containsEntry("conversation", "t-1");
  }

  @Test
  void saysThatAServerIsGuessedWhoseEndpointIsNotKnown() {
    StaticClient client = client("only", "https://mcp.example.com/mcp", "c", null);

    examiner(new ToldTrace(told, "t"), client).examine(refresh().build(), "jdk");

    assertThat(facts(0)).containsEntry("server", "only").containsEntry("guessed", "server");
  }

  @ParameterizedTest
  @CsvSource({"c, own", "another, other"})
  void comparesTheIdAlsoWhereTheServerIsGuessed(String id, String word) {
    StaticClient client = client("only", "https://mcp.example.com/mcp", "c", null);

    examiner(new ToldTrace(told, "t"), client)
        .examine(refreshWith("&client_id=" + id).build(), "jdk")
        .responded(401, "{\"error\":\"invalid_client\"}");

    assertThat(facts(1)).containsEntry("client_id", word);
  }

  @Test
  void leavesOutARequestOfNobodyKnows() {
    Examiner two = examiner(new ToldTrace(told, "t"), EXAMPLE, NEIGHBOUR);

    two.examine(refresh().build(), "jdk").responded(200, GRANTED.formatted(""));
    two.examine(refresh().url("https://other.example.com/token").build(), "jdk");

    assertThat(told.entries).isEmpty();
    assertThat(log.entries).isNotEmpty();
  }

  @Test
  void tellsNothingWhereItIsOff() {
    examiner(Trace.NONE, EXAMPLE)
        .examine(refresh().build(), "jdk")
        .responded(200, GRANTED.formatted(""));

    assertThat(log.entries).extracting(Entry::event).doesNotContain(Notice.TRACE).hasSize(2);
  }

  @Test
  void healsThoughTheTraceFails() {
    AgentLog broken =
        entry -> {
          if (entry.severity() == Severity.INFO) {
            throw new IllegalStateException("full");
          }
          told.write(entry);
        };

    Exchange exchange =
        examiner(new ToldTrace(broken, "t"), EXAMPLE).examine(refresh().build(), "jdk");
    exchange.responded(200, GRANTED.formatted(""));

    assertThat(exchange.form()).isEqualTo(REFRESH + "&client_id=" + EXAMPLE.clientId());
    assertThat(told.entries).hasSize(2);
    assertThat(told.last().facts()).containsEntry("why", "IllegalStateException");
    assertThat(log.entries).extracting(Entry::event).contains(Notice.TOKEN_RESPONSE);
  }

  private List<Entry> steps() {
    return told.entries.stream().filter(entry -> entry.event() == Notice.TRACE).toList();
  }

  private Map<String, String> facts(int index) {
    return told.entries.get(index).facts();
  }

  private Examiner examiner(Trace trace, StaticClient... clients) {
    return new Examiner(
        new Setup(
            Knowledge.of(List.of(clients), Set.of(Grant.REFRESH_TOKEN)),
            false,
            AuthorizationServerDirectory.NONE,
            log,
            trace));
  }
}
