package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.NEIGHBOUR;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import dev.mcphotfix.agent.oauth.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trace tells of the answers to requests that are no token requests. */
final class ResponseTraceTest {

  private static final String SERVER = "https://mcp.example.com/mcp";

  private final RecordingLog told = new RecordingLog();
  private final Examiner examiner = examiner(new ToldTrace(told, "t"), EXAMPLE);

  @Test
  void tellsARefusalByItsChallenge() {
    answer(
        "POST",
        SERVER,
        401,
        "Bearer realm=\"s3cr3t\", error=\"invalid_token\", scope=\"mcp:tools hush\","
            + " resource_metadata=\"https://u:p@mcp.example.com/.well-known/x?key=s3cr3t\"");

    assertThat(told.last().facts())
        .containsEntry("conversation", "t-1")
        .containsEntry("step", "request-refused")
        .containsEntry("server", "example-server")
        .containsEntry("method", "POST")
        .containsEntry("url", SERVER)
        .containsEntry("status", "401")
        .containsEntry("scheme", "Bearer")
        .containsEntry("error", "invalid_token")
        .containsEntry("scope", "mcp:tools ***")
        .containsEntry("resource_metadata", "https://mcp.example.com/.well-known/x");
    assertThat(told.entries.toString()).doesNotContain("s3cr3t", "hush");
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer error=insufficient_scope, insufficient_scope",
    "'Bearer realm=\"a\", Error = \"invalid_token\"', invalid_token",
    "'Bearer error=\"s3cr3t\"', another",
    "'Bearer error_description=\"error\"', ",
    "Bearer error, "
  })
  void readsTheErrorOfAChallenge(String challenge, String error) {
    answer("GET", SERVER, 403, challenge);

    assertThat(told.entries.get(0).facts().get("error")).isEqualTo(error);
  }

  @Test
  void showsNoSchemeThatMayBeAKey() {
    answer("POST", SERVER, 401, "s3cr3t");
    assertThat(told.last().facts()).containsEntry("scheme", "another scheme");

    answer("POST", SERVER, 401);
    assertThat(told.last().facts()).doesNotContainKey("scheme");
  }

  @Test
  void tellsWhenTheServerAcceptsAgainAndNotWhileItAlwaysDoes() {
    answer("POST", SERVER, 200);
    assertThat(told.entries).isEmpty();

    answer("POST", SERVER, 401);
    examiner.examine(refresh().build(), "jdk").responded(200, "{\"access_token\":\"a\"}");
    answer("POST", SERVER + "/", 202);
    answer("POST", SERVER, 200);

    assertThat(told.entries)
        .extracting(entry -> entry.facts().get("step"))
        .containsExactly("request-refused", "token-request", "token-response", "request-accepted");
    assertThat(told.entries)
        .extracting(entry -> entry.facts().get("conversation"))
        .containsOnly("t-1");
    assertThat(told.last().facts()).containsKey("out").containsEntry("status", "202");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500, 302, 307})
  void leavesOutWhatIsNeither(int status) {
    answer("POST", SERVER, 401);
    answer("POST", SERVER, status);

    assertThat(told.entries).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, https://mcp.example.com/.well-known/oauth-protected-resource/mcp, metadata,",
    "GET, https://idp.example.com/.well-known/openid-configuration, metadata,",
    "GET, https://other.example.com/.well-known/oauth-authorization-server, metadata, server",
    "POST, https://idp.example.com/connect/register, registration,"
  })
  void tellsWhatIsFetchedAndRegistered(String method, String url, String step, String guessed) {
    answer(method, url, 404);

    assertThat(told.last().facts())
        .containsEntry("step", step)
        .containsEntry("url", url)
        .containsEntry("status", "404");
    assertThat(told.last().facts().get("guessed")).isEqualTo(guessed);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, https://other.example.com/mcp",
    "GET, https://mcp.example.com/other",
    "POST, https://other.example.com/register",
    "POST, https://idp.example.com/.well-known/x",
    "GET, not a url"
  })
  void leavesOutTheAnswersOfOthers(String method, String url) {
    answer(method, url, 401);

    assertThat(told.entries).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, https://mcp.example.com/mcp, true",
    "GET, https://other.example.com/.well-known/oauth-authorization-server, true",
    "POST, https://idp.example.com/connect/register, true",
    "GET, https://other.example.com/mcp, false",
    "GET, https://mcp.example.com/other, false",
    "POST, https://other.example.com/register, false",
    "GET, https://idp.example.com/connect/register, false",
    "POST, https://idp.example.com/.well-known/x, false",
    "GET, not a url, false"
  })
  void saysBeforehandWhichAnswersItTells(String method, String url, boolean told) {
    assertThat(examiner.traces(method, url)).isEqualTo(told);
    assertThat(examiner(Trace.NONE, EXAMPLE).traces(method, url)).isFalse();
  }

  @Test
  void guessesNoServerWhereThereAreTwo() {
    examiner(new ToldTrace(told, "t"), EXAMPLE, NEIGHBOUR)
        .responded("GET", "https://other.example.com/.well-known/x", 200, name -> List.of());

    assertThat(told.entries).isEmpty();
  }

  @Test
  void asksForNothingWhereItIsOff() {
    Examiner off = examiner(Trace.NONE, EXAMPLE);

    assertThat(off.traces()).isFalse();
    assertThat(examiner.traces()).isTrue();
    off.responded(
        "POST",
        SERVER,
        401,
        name -> {
          throw new AssertionError("read");
        });
  }

  @Test
  void readsNoHeaderOfWhatIsAccepted() {
    examiner.responded(
        "POST",
        SERVER,
        200,
        name -> {
          throw new AssertionError("read");
        });

    assertThat(told.entries).isEmpty();
  }

  @Test
  void isToldByTheConfigurationThatHolds() {
    Examiner later = examiner(Trace.NONE, EXAMPLE);

    later.follow(setup(new ToldTrace(told, "t"), EXAMPLE));

    assertThat(later.traces()).isTrue();
  }

  @Test
  void neverThrows() {
    examiner.responded(
        "POST",
        SERVER,
        401,
        name -> {
          throw new IllegalStateException("gone");
        });

    assertThat(told.last().facts()).isEqualTo(Map.of("why", "IllegalStateException"));
  }

  private void answer(String method, String url, int status, String... challenges) {
    examiner.responded(
        method,
        url,
        status,
        name -> name.equals("WWW-Authenticate") ? List.of(challenges) : List.of());
  }

  private static Examiner examiner(Trace trace, StaticClient... clients) {
    return new Examiner(setup(trace, clients));
  }

  private static Setup setup(Trace trace, StaticClient... clients) {
    return new Setup(
        Knowledge.of(List.of(clients), Set.of(Grant.REFRESH_TOKEN)),
        false,
        AuthorizationServerDirectory.NONE,
        new RecordingLog(),
        trace);
  }
}
