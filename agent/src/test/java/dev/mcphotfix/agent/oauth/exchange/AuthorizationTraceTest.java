package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.NEIGHBOUR;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.client;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trace tells of the answer to an authorization request. */
final class AuthorizationTraceTest {

  private static final String CALLBACK = "http://localhost:3118/callback";
  private static final String AUTHORIZE = "https://login.example.com/authorize";

  private static final String REQUEST =
      AUTHORIZE
          + "?response_type=code&client_id=my-static-client&state=s3cr3t"
          + "&redirect_uri=http%3A%2F%2Flocalhost%3A3118%2Fcallback";

  private final RecordingLog told = new RecordingLog();
  private final Examiner examiner = examiner(EXAMPLE);

  @Test
  void tellsThatTheClientIsLedBackAndNeitherCodeNorState() {
    answer(REQUEST, 302, CALLBACK + "?code=hush&state=s3cr3t&iss=https://login.example.com");

    assertThat(told.last().facts())
        .containsEntry("conversation", "t-1")
        .containsEntry("step", "authorization")
        .containsEntry("server", "example-server")
        .containsEntry("method", "GET")
        .containsEntry("url", AUTHORIZE)
        .containsEntry("status", "302")
        .doesNotContainKey("error");
    assertThat(told.entries.toString()).doesNotContain("s3cr3t", "hush");
  }

  @ParameterizedTest
  @CsvSource({
    "?error=access_denied&state=s3cr3t, access_denied",
    "?state=s3cr3t&error=invalid_scope&error_description=hush, invalid_scope",
    "?x=y#error=login_required, login_required",
    "?error=hush, another",
    "?error=&code=hush, another"
  })
  void tellsTheErrorWhereItIsAKnownOne(String answer, String error) {
    answer(REQUEST, 303, CALLBACK + answer);

    assertThat(told.last().facts()).containsEntry("status", "303").containsEntry("error", error);
    assertThat(told.entries.toString()).doesNotContain("s3cr3t", "hush");
  }

  @ParameterizedTest
  @CsvSource({
    "302, https://login.example.com/form?code=1&error=2",
    "302, http://localhost:3118/callback?state=s",
    "302, ''",
    "200, http://localhost:3118/callback?code=c",
    "401, http://localhost:3118/callback?code=c"
  })
  void leavesOutWhatDoesNotLeadBackWithAnAnswer(int status, String location) {
    answer(REQUEST, status, location);

    assertThat(told.entries).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?response_type=code&client_id=another",
        "?client_id=my-static-client",
        "?response_type=code",
        "",
        "?xclient_id=my-static-client&xresponse_type=code"
      })
  void leavesOutTheRequestsOfOthersAndOtherRequests(String query) {
    answer(AUTHORIZE + query, 302, CALLBACK + "?code=c");

    assertThat(told.entries).isEmpty();
    assertThat(examiner.traces("GET", AUTHORIZE + query)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "my-static-client, urn:example:6esc, example-server",
    "neighbour-client, urn:example:6esc, neighbour"
  })
  void knowsAServerByTheIdOfARequestThatWasPushed(String id, String reference, String server) {
    String url = AUTHORIZE + "?client_id=" + id + "&request_uri=" + reference;
    Examiner two = examiner(EXAMPLE, NEIGHBOUR);

    answer(two, url, 302, "com.acme.app:/callback?code=c");

    assertThat(told.last().facts()).containsEntry("server", server);
  }

  @Test
  void knowsAServerByItsUrlWhateverTheId() {
    String resource = "&resource=https%3A%2F%2Fneighbour.example.com%2Fmcp";

    answer(examiner(EXAMPLE, NEIGHBOUR), REQUEST + resource, 302, CALLBACK + "?code=c");

    assertThat(told.last().facts()).containsEntry("server", "neighbour");
  }

  @Test
  void knowsAServerByItsAuthorizationServerIfTheIdIsNotConfigured() {
    String url = "https://idp.example.com/auth?response_type=code&client_id=registered";

    answer(url, 302, CALLBACK + "?error=unauthorized_client");

    assertThat(told.last().facts()).containsEntry("error", "unauthorized_client");
  }

  @Test
  void knowsNoServerWhereTwoHaveTheId() {
    StaticClient same = client("same", "https://same.example.com/mcp", "my-static-client", null);
    Examiner two = examiner(EXAMPLE, same);

    answer(two, REQUEST, 302, CALLBACK + "?code=c");

    assertThat(told.entries).isEmpty();
  }

  @Test
  void saysBeforehandThatItIsTold() {
    assertThat(examiner.traces("GET", REQUEST)).isTrue();
    assertThat(examiner.traces("POST", REQUEST)).isTrue();
    assertThat(examiner.traces("HEAD", REQUEST)).isFalse();
  }

  private void answer(String url, int status, String location) {
    answer(examiner, url, status, location);
  }

  private static void answer(Examiner examiner, String url, int status, String location) {
    examiner.responded(
        "GET",
        url,
        status,
        name -> name.equals("Location") && !location.isEmpty() ? List.of(location) : List.of());
  }

  private Examiner examiner(StaticClient... clients) {
    return new Examiner(
        new Setup(
            Knowledge.of(List.of(clients), Set.of(Grant.REFRESH_TOKEN)),
            true,
            AuthorizationServerDirectory.NONE,
            new RecordingLog(),
            new ToldTrace(told, "t")));
  }
}
