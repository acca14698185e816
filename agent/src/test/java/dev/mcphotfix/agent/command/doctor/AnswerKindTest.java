package dev.mcphotfix.agent.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers are known to answer, and what that says. */
class AnswerKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "200|{\"access_token\":\"a\"}|GRANTED",
        "200|access_token=a&scope=&token_type=bearer|GRANTED",
        "201|{\"access_token\":\"a\",\"refresh_token\":\"r\"}|GRANTED",
        // Refusals that come as a success.
        "200|{\"error\":\"invalid_client\"}|REFUSES_CLIENT",
        "200|error=incorrect_client_credentials&error_uri=x|REFUSES_CLIENT",
        "200|error=bad_refresh_token|REFUSES_TOKEN",
        "200|{\"ok\":false,\"error\":\"invalid_refresh_token\"}|REFUSES_TOKEN",
        "200|{\"ok\":false,\"error\":\"bad_client_secret\"}|WANTS_SECRET",
        "200|{\"error\":{\"code\":400,\"message\":\"who are you\"}}|NOT_OAUTH",
        "200|<html>Log in</html>|NOT_OAUTH",
        // A token may be in these, or have been used up for them.
        "200|{\"data\":{\"access_token\":\"a\"}}|UNCLEAR",
        "200|{\"error\":null,\"accessToken\":\"a\"}|UNCLEAR",
        "204||UNCLEAR",
        "200|welcome|UNCLEAR",
        "400|{\"access_token\":\"a\"}|UNCLEAR",
      })
  void judgesASuccessByItsBody(int status, String body, AnswerKind kind) {
    assertThat(AnswerKind.of(status, body == null ? "" : body)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401|||REFUSES_CLIENT",
        "400|||NOT_OAUTH",
        "401|invalid_client||REFUSES_CLIENT",
        "400|unauthorized_client||REFUSES_CLIENT",
        "401|access_denied||REFUSES_CLIENT",
        "401|Unauthorized||REFUSES_CLIENT",
        "403|Forbidden||NOT_OAUTH",
        "400|invalid_client_id||REFUSES_CLIENT",
        "400|invalid_request||REFUSES_OTHERWISE",
        "422|invalid_request||REFUSES_OTHERWISE",
        "400|invalid_request|unknown client_id|REFUSES_CLIENT",
        "400|invalid_request|The request body must contain the following parameter: 'client_id'|MISSES_ID",
        "400|invalid_client|Missing parameter: client_id|MISSES_ID",
        "400|invalid_scope||REFUSES_OTHERWISE",
        "400|invalid_client_secret||WANTS_SECRET",
        "401|invalid_client|A client_secret is required|WANTS_SECRET",
        "401|invalid_client|Invalid client or Invalid client credentials|REFUSES_CLIENT",
        "400|invalid_request|Missing parameters: client_secret client_id|WANTS_SECRET",
      })
  void tellsTheClientFromItsSecret(int status, String error, String words, AnswerKind kind) {
    assertThat(AnswerKind.of(status, body(error, words))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid_grant||REFUSES_GRANT",
        "invalid_grant|grant request is invalid|REFUSES_GRANT",
        "invalid_grant|Invalid refresh token|REFUSES_GRANT",
        "invalid_grant|Token is not active|REFUSES_TOKEN",
        "invalid_grant|The refresh token has been revoked|REFUSES_TOKEN",
        "invalid_grant|token was already used|REFUSES_TOKEN",
        "invalid_grant|the token expired or was issued to another client|REFUSES_GRANT",
        "invalid_grant|Token client and authorized client don't match|REFUSES_CLIENT",
        "invalid_grant|Refresh Token has different Client|REFUSES_CLIENT",
        "invalid_grant|it cannot be used without sending a client identifier|MISSES_ID",
        "bad_refresh_token||REFUSES_TOKEN",
      })
  void tellsTheTokenFromItsClient(String error, String words, AnswerKind kind) {
    assertThat(AnswerKind.of(400, body(error, words))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "422|{\"detail\":[{\"loc\":[\"body\",\"client_id\"]}]}|NOT_OAUTH",
        "400|<html>Bad Request</html>|NOT_OAUTH",
        "403|<html>blocked</html>|NOT_OAUTH",
        "302||NOT_OAUTH",
        "404|no such page|NOT_OAUTH",
        "400|{\"status\":400,\"error\":\"Bad Request\"}|NOT_OAUTH",
        "500|{\"status\":500,\"error\":\"Internal Server Error\"}|FAILED",
        "500|{\"error\":\"invalid_client\"}|REFUSES_CLIENT",
        "503|busy|FAILED",
        "429||FAILED",
        "400|{\"error\":\"temporarily_unavailable\"}|FAILED",
        "500|{\"error\":\"server_error\"}|FAILED",
      })
  void tellsAnotherAnswerFromAFailure(int status, String body, AnswerKind kind) {
    assertThat(AnswerKind.of(status, body == null ? "" : body)).isEqualTo(kind);
  }

  private static String body(String error, String words) {
    String more = words == null ? "" : ",\"error_description\":\"" + words + '"';
    return error == null ? "" : "{\"error\":\"" + error + '"' + more + '}';
  }
}
