package dev.mcphotfix.testapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.TokenClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest extends ServerTest {

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
  void refusesABodyThatIsNoForm(String contentType) throws Exception {
    String token = client.login("app").refreshToken();

    Answer answer = client.postOfType(contentType, refresh(token) + "&client_id=app");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_request");
  }

  @Test
  void acceptsAFormThatStatesItsCharset() throws Exception {
    String token = client.login("app").refreshToken();

    Answer answer =
        client.postOfType(
            "Application/X-WWW-Form-Urlencoded; charset=utf-8", refresh(token) + "&client_id=app");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void refusesGet() throws Exception {
    String token = client.login("app").refreshToken();

    Answer answer = client.get("?" + refresh(token) + "&client_id=app");

    assertThat(answer.status()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id=app,invalid_request",
    "grant_type=&client_id=app,invalid_request",
    "grant_type=refresh_token&client_id=app,invalid_request",
    "grant_type=refresh_token&grant_type=refresh_token&client_id=app,invalid_request",
    "grant_type=%zz&client_id=app,invalid_request",
    "grant_type=password&client_id=app,unsupported_grant_type",
    "grant_type=refresh_token&refresh_token=unknown&client_id=app,invalid_grant",
  })
  void refusesAFormThatIsIncompleteOrWrong(String form, String error) throws Exception {
    Answer answer = client.post(form);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo(error);
  }

  @Test
  void acceptsARepeatedResource() throws Exception {
    String token = client.login("app").refreshToken();

    Answer answer = client.post(refresh(token) + "&client_id=app&resource=a&resource=b");

    assertThat(answer.status()).isEqualTo(200);
  }
}
