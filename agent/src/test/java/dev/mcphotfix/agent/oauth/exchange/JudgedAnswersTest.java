package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is judged by its body, not by its status or type; advice agrees with what was sent. */
final class JudgedAnswersTest {

  private static final String MISSING_FIELD =
      "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"client_id\"]}]}";

  private final RecordingLog log = new RecordingLog();
  private final Examiner examiner = examiner(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error=incorrect_client_credentials&error_description=The+client_id+is+incorrect.",
        "{\"ok\":false,\"error\":\"bad_client_secret\"}",
        "{\"error\":\"invalid_client\",\"access_token\":\"a\"}"
      })
  void takesARefusalWithStatus200ForARefusal(String body) {
    answer(refresh(), 200, body);
    answer(refresh(), 200, body);
    answer(refresh(), 200, body);

    assertThat(log.reasons()).containsExactly("added", "added", "breaker-open");
    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
    assertThat(log.lastFact("error")).isNotEmpty();
    assertThat(log.lastFact("advice")).isNotEmpty();
  }

  @Test
  void learnsNothingLikeWorksWithoutFromARefusalWithStatus200() {
    Examiner observing = examiner(true);
    String body = "error=incorrect_client_credentials&error_description=no";

    observing.examine(refresh().build(), "jdk").responded(200, body);
    observing.examine(refresh().build(), "jdk");

    assertThat(log.reasons()).containsExactly("added", "added");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"access_token\":\"\"}",
        "{\"access_token\":\"cut of",
        "{\"data\":{\"access_token\":\"a\"}}",
        "<html>access_token=a</html>",
        "a page with access_token=a&b=c"
      })
  void learnsNothingFromAnAnswerWithoutATokenAndSaysSo(@Nullable String body) {
    Examiner observing = examiner(true);

    observing.examine(refresh().build(), "jdk").responded(200, body);
    assertThat(log.lastFact("advice")).contains("nothing is learned");
    assertThat(log.last().severity()).isEqualTo(Severity.INFO);
    observing.examine(refresh().build(), "jdk");

    assertThat(log.reasons()).containsExactly("added", "added");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"access_token\":\"a\"}", "access_token=a&token_type=bearer"})
  void takesAnAccessTokenForASuccessInJsonAndInAForm(String body) {
    Examiner observing = examiner(true);

    observing.examine(refresh().build(), "jdk").responded(200, body);
    assertThat(log.lastFact("advice")).isNull();
    observing.examine(refresh().build(), "jdk");

    assertThat(log.reasons()).containsExactly("added", "works-without");
  }

  @Test
  void knowsTheOwnerOfATokenFromAnAnswerInAForm() {
    String login = "grant_type=authorization_code&code=c&client_id=registered-by-host";

    answer(refresh().form(login), 200, "access_token=a&refresh_token=r1");
    answer(refresh(), 200, null);

    assertThat(log.reasons()).endsWith("token-of-other-client");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "422|" + MISSING_FIELD,
        "400|<html><a href=\"/x?a=b&error=invalid_client\">Sign in</a></html>",
        "403|{\"error\":{\"message\":\"no\"}}",
        "404|Not found"
      })
  void takesARefusalInOtherWordsThanOAuthsForUnknown(int status, String body) {
    answer(refresh(), status, body);

    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
    assertThat(log.lastFact("error")).isNull();
    assertThat(log.lastFact("advice")).startsWith("the answer is none of OAuth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization_pending", "slow_down"})
  void takesADeviceThatIsToAskAgainForNoRefusal(String error) {
    answer(
        refresh().form("grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=d"),
        400,
        error(error, ""));

    assertThat(log.last().severity()).isEqualTo(Severity.DEBUG);
    assertThat(log.lastFact("advice")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&client_id=a&client_id=a | invalid_request | twice     | client_id was sent twice",
        "&client_id=a&client_id=a | invalid_client  | unknown   | client_id was sent twice",
        "&client_id=host          | invalid_client  | unknown   | the host's own client_id",
        "&client_id=host          | invalid_request | client_id | a client_id was sent; see",
        "''                       | invalid_client  | unknown   | know the configured client_id",
        "''                       | invalid_client  | invalid_client_secret | client_secret, which",
        "&client_secret=s         | invalid_client  | invalid_client_secret | the client's secret",
        "''                       | unauthorized_client | grant | does not let the configured",
        "''                       | invalid_grant   | expired   | log in again",
        "''                       | invalid_scope   | no scope  | see the error",
      })
  void advisesWhatAgreesWithTheRequest(
      String fields, String error, String description, String advice) {
    answer(refreshWith(fields), 400, error(error, description));

    assertThat(log.lastFact("advice")).contains(advice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid_request | client_id is required",
        "invalid_client  | no client authentication",
        "invalid_grant   | cannot be used without sending a client identifier",
        "invalid_client  | client_id or client_secret is missing"
      })
  void saysThatNoIdWasSentWhereTheServerAsksForIt(String error, String description) {
    Examiner observing = examiner(true);

    observing.examine(refresh().build(), "jdk").responded(400, error(error, description));

    assertThat(log.lastFact("advice")).startsWith("no client_id was sent; see the decision");
  }

  @Test
  void saysNothingOfAnIdWhereNoneWasSentAndNoneIsAskedFor() {
    examiner(true)
        .examine(refresh().build(), "jdk")
        .responded(400, error("invalid_scope", "offline"));

    assertThat(log.lastFact("advice")).isEqualTo("see the error");
  }

  @Test
  void warnsOnceOfARefusalByBasicAndSaysTheNextStep() {
    answer(refresh().header("Authorization", "Basic eDp5"), 401, error("invalid_client", "no"));

    assertThat(log.reasons()).containsExactly("http-basic");
    assertThat(log.entries)
        .extracting(entry -> entry.severity())
        .containsExactly(Severity.DEBUG, Severity.WARN);
    assertThat(log.lastFact("advice"))
        .isEqualTo("the client authenticates by Basic; this server wants the id in the form");
  }

  @Test
  void warnsOnceOfARefusedGrantThatIsNotEnabledAndSaysTheNextStep() {
    answer(
        refresh().form("grant_type=authorization_code&code=c"),
        400,
        error("invalid_request", "client_id is missing"));

    assertThat(log.last().severity()).isEqualTo(Severity.WARN);
    assertThat(log.lastFact("advice"))
        .isEqualTo("no client_id was sent with this grant; see `grants`");
  }

  @Test
  void keepsQuietAboutAGrantThatSucceedsOrIsRefusedElsewhere() {
    RequestBuilder login = refresh().form("grant_type=authorization_code&code=c");

    answer(login, 200, "{\"access_token\":\"a\"}");
    assertThat(log.last().severity()).isEqualTo(Severity.DEBUG);
    answer(login.url("https://b.example.com/token"), 400, error("invalid_request", "no"));

    assertThat(log.last().severity()).isEqualTo(Severity.DEBUG);
  }

  private void answer(RequestBuilder request, int status, @Nullable String body) {
    TokenRequest built = request.build();
    examiner.examine(built, "jdk").responded(status, body);
  }

  private static String error(String code, String description) {
    return "{\"error\":\"" + code + "\",\"error_description\":\"" + description + "\"}";
  }

  private Examiner examiner(boolean observe) {
    return new Examiner(
        new Setup(
            Knowledge.of(List.of(EXAMPLE), Set.of(Grant.REFRESH_TOKEN)),
            observe,
            AuthorizationServerDirectory.NONE,
            log));
  }
}
