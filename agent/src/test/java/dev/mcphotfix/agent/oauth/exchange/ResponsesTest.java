package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.NEIGHBOUR;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What responses tell the operator, and what the agent learns from them. */
final class ResponsesTest {

  private static final String INVALID_CLIENT = "{\"error\":\"invalid_client\"}";
  private static final String GRANTED = "{\"access_token\":\"a\"}";
  private static final String INVALID_GRANT = "{\"error\":\"invalid_grant\"}";

  private final RecordingLog log = new RecordingLog();
  private final Examiner examiner = examiner(false, EXAMPLE);

  @Test
  void logsASuccess() {
    examiner.examine(refresh().build(), "jdk").responded(200, "{\"access_token\":\"a\"}");

    assertThat(log.last().event()).isEqualTo(Notice.TOKEN_RESPONSE);
    assertThat(log.last().severity()).isEqualTo(Severity.INFO);
    assertThat(log.last().facts().keySet())
        .containsExactly("server", "endpoint", "status", "request");
    assertThat(log.lastFact("status")).isEqualTo("200");
    assertThat(log.lastFact("request")).isEqualTo("0001");
  }

  @Test
  void logsARefusalWithTheServersWords() {
    String body = "{\"error\":\"invalid_request\",\"error_description\":\"no scope\\nfor r1\"}";

    examiner.examine(refresh().build(), "jdk").responded(400, body);

    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
    assertThat(log.lastFact("error")).isEqualTo("invalid_request");
    assertThat(log.lastFact("error_description")).isEqualTo("no scope?for ***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s%2Bx/9", "s+x/9", "s%2Bx%2F9"})
  void masksASecretThatTheServerEchoesInWhateverEncoding(String echoed) {
    String body = "{\"error_description\":\"bad request: refresh_token=" + echoed + "&a=b\"}";

    examiner.examine(token("s%2Bx/9"), "jdk").responded(400, body);

    assertThat(log.lastFact("error_description")).isEqualTo("bad request: refresh_token=***&a=b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"assertion", "subject_token", "actor_token", "code_verifier"})
  void masksTheSecretsOfOtherGrants(String name) {
    TokenRequest request = refresh().form("grant_type=x&" + name + "=short").build();

    examiner.examine(request, "jdk").responded(400, "{\"error_description\":\"what is short?\"}");

    assertThat(log.lastFact("error_description")).isEqualTo("what is ***?");
  }

  @ParameterizedTest
  @CsvSource({
    "401, invalid_client, check oauth.clientId",
    "401, , check oauth.clientId",
    "400, unauthorized_client, check oauth.clientId",
    "400, invalid_grant, log in again",
    "400, invalid_request, see the error",
    "307, , endpoint that it leads to",
    "503, , try again later"
  })
  void advisesWhatToDoAboutAChangedRequest(int status, @Nullable String error, String advice) {
    String body = error == null ? null : "{\"error\":\"" + error + "\"}";

    examiner.examine(refresh().build(), "jdk").responded(status, body);

    assertThat(log.lastFact("advice")).contains(advice);
  }

  @Test
  void advisesToReadTheDecisionWhereNoIdWasSent() {
    Examiner both = examiner(false, EXAMPLE, NEIGHBOUR);

    both.examine(refresh().build(), "jdk").responded(401, INVALID_CLIENT);

    assertThat(log.reasons()).containsExactly("ambiguous-server");
    assertThat(log.lastFact("advice")).contains("no client_id was sent");
    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void advisesNothingAboutTheConfigurationWhereTheHostSentItsOwnId() {
    examiner
        .examine(refreshWith("&client_id=my-static-client").build(), "jdk")
        .responded(401, INVALID_CLIENT);

    assertThat(log.lastFact("advice")).contains("host's own client_id");
  }

  @Test
  void keepsQuietAboutARequestThatIsNotForAConfiguredServer() {
    examiner
        .examine(refreshWith("&client_id=x").url("https://b.example.com/token").build(), "jdk")
        .responded(401, INVALID_CLIENT);

    assertThat(log.last().severity()).isEqualTo(Severity.DEBUG);
  }

  @Test
  void takesAnErrorWithStatus200ForARefusal() {
    examiner.examine(refresh().build(), "jdk").responded(200, INVALID_GRANT);

    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void logsOneResponseForARequest() {
    Exchange exchange = examiner.examine(refresh().build(), "jdk");
    exchange.responded(200, null);
    exchange.responded(200, null);

    assertThat(log.entries).hasSize(2);
  }

  @Test
  void passesAfterTwoRefusalsOfTheClient() {
    send("r1", 401, INVALID_CLIENT);
    send("r1", 401, INVALID_CLIENT);
    send("r2", 401, INVALID_CLIENT);

    assertThat(log.reasons()).containsExactly("added", "added", "breaker-open");
  }

  @Test
  void goesOnAfterADeadTokenThatTheHostTriesAgainAndAgain() {
    send("dead", 400, INVALID_GRANT);
    send("dead", 400, INVALID_GRANT);
    send("fresh", 200, GRANTED);

    assertThat(log.reasons()).containsExactly("added", "added", "added");
  }

  @Test
  void goesOnAfterRefusalsForOtherReasons() {
    send("r1", 400, "{\"error\":\"invalid_scope\"}");
    send("r2", 503, null);
    send("r3", 400, "{\"error\":\"invalid_request\"}");

    assertThat(log.reasons()).containsExactly("added", "added", "added");
  }

  @Test
  void addsAgainAfterALoginWithTheConfiguredIdSucceeded() {
    send("r1", 401, INVALID_CLIENT);
    send("r2", 401, INVALID_CLIENT);
    login("my-static-client", "r3");
    send("r3", 200, GRANTED);

    assertThat(log.reasons()).endsWith("added").doesNotContain("breaker-open");
  }

  @Test
  void passesWhereARequestWithoutTheIdSucceeded() {
    send("r1", 401, INVALID_CLIENT);
    send("r2", 401, INVALID_CLIENT);
    send("r3", 200, GRANTED);
    send("r4", 200, GRANTED);

    assertThat(log.reasons()).containsExactly("added", "added", "breaker-open", "works-without");
  }

  @Test
  void observesThatRequestsSucceedWithoutTheId() {
    Examiner observing = examiner(true, EXAMPLE);
    observing.examine(refresh().build(), "jdk").responded(200, GRANTED);
    observing.examine(refresh().build(), "jdk");

    assertThat(log.reasons()).containsExactly("added", "works-without");
  }

  @Test
  void judgesARequestByTheModeThatItWasDecidedIn() {
    Examiner changing = examiner(true, EXAMPLE);
    Exchange unchanged = changing.examine(refresh().build(), "jdk");
    changing.follow(setup(false, EXAMPLE));

    unchanged.responded(200, GRANTED);
    changing.examine(refresh().build(), "jdk");

    assertThat(log.reasons()).containsExactly("added", "works-without");
  }

  @Test
  void takesAChangedRequestForNoneThatSucceedsWithoutTheIdThoughItObservesNow() {
    Examiner changing = examiner(false, EXAMPLE);
    Exchange changed = changing.examine(refresh().build(), "jdk");
    changing.follow(setup(true, EXAMPLE));

    changed.responded(200, GRANTED);
    changing.examine(refresh().build(), "jdk");

    assertThat(log.reasons()).containsExactly("added", "added");
  }

  @Test
  void takesNoSuccessWithBasicAuthenticationForOneWithoutTheId() {
    examiner
        .examine(refresh().header("Authorization", "Basic eDp5").build(), "jdk")
        .responded(200, GRANTED);
    send("r1", 200, GRANTED);

    assertThat(log.reasons()).containsExactly("http-basic", "added");
  }

  @Test
  void knowsTheServerOfATokenFromTheLogin() {
    Examiner both = examiner(false, EXAMPLE, NEIGHBOUR);
    both.examine(code("neighbour-client"), "jdk")
        .responded(200, "{\"access_token\":\"a\",\"refresh_token\":\"r1\"}");

    Exchange exchange = both.examine(refresh().build(), "jdk");

    assertThat(exchange.form()).endsWith("&client_id=neighbour-client");
  }

  @Test
  void knowsTheServerOfARotatedToken() {
    Examiner both = examiner(false, EXAMPLE, NEIGHBOUR);
    both.refreshTokens().learn("r0", "neighbour", null);
    both.examine(token("r0"), "jdk")
        .responded(200, "{\"access_token\":\"a\",\"refresh_token\":\"r1\"}");

    Exchange exchange = both.examine(refresh().build(), "jdk");

    assertThat(exchange.form()).endsWith("&client_id=neighbour-client");
  }

  @Test
  void leavesATokenAloneThatTheHostSentWithAnotherId() {
    examiner.examine(refreshWith("&client_id=registered-by-host").build(), "jdk");
    examiner.examine(refresh().build(), "jdk");

    assertThat(log.reasons()).containsExactly("different-client-id", "token-of-other-client");
  }

  @Test
  void leavesATokenAloneThatAnotherClientGotAtLogin() {
    login("registered-by-host", "r1");
    examiner.examine(refresh().build(), "jdk");

    assertThat(log.reasons()).endsWith("token-of-other-client");
  }

  @Test
  void learnsNoTokenFromARefusal() {
    examiner
        .examine(code("registered-by-host"), "jdk")
        .responded(400, "{\"error\":\"x\",\"refresh_token\":\"r1\"}");
    examiner.examine(refresh().build(), "jdk");

    assertThat(log.reasons()).endsWith("added");
  }

  private void send(String token, int status, @Nullable String body) {
    examiner.examine(token(token), "jdk").responded(status, body);
  }

  private void login(String clientId, String refreshToken) {
    String body = "{\"access_token\":\"a\",\"refresh_token\":\"" + refreshToken + "\"}";
    examiner.examine(code(clientId), "jdk").responded(200, body);
  }

  private static TokenRequest token(String token) {
    return refresh().form("grant_type=refresh_token&refresh_token=" + token).build();
  }

  private static TokenRequest code(String clientId) {
    return refresh()
        .url(ENDPOINT)
        .form("grant_type=authorization_code&code=c&client_id=" + clientId)
        .build();
  }

  private Examiner examiner(boolean observe, StaticClient... clients) {
    return new Examiner(setup(observe, clients));
  }

  private Setup setup(boolean observe, StaticClient... clients) {
    return new Setup(
        Knowledge.of(List.of(clients), EnumSet.of(Grant.REFRESH_TOKEN)),
        observe,
        AuthorizationServerDirectory.NONE,
        log);
  }
}
