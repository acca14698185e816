package dev.mcphotfix.testapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.TokenClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientIdentificationTest extends ServerTest {

  @Test
  void grantsARefreshThatNamesItsClient() throws Exception {
    String token = client.login("app").refreshToken();

    Answer answer = client.post(refresh(token) + "&client_id=app");

    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "missing,'',400,invalid_request",
    "empty,&client_id=,400,invalid_request",
    "bare,&client_id,400,invalid_request",
    "the text null,&client_id=null,401,invalid_client",
    "repeated,&client_id=app&client_id=app,400,invalid_request",
    "empty and right,&client_id=&client_id=app,400,invalid_request",
    "unknown,&client_id=nobody,401,invalid_client",
    "another client,&client_id=other,400,invalid_grant",
    "with a secret it has not,&client_id=app&client_secret=x,401,invalid_client",
    "secret alone,&client_secret=x,400,invalid_request",
  })
  void refusesAClientIdThatIs(String what, String parameters, int status, String error)
      throws Exception {
    String token = client.login("app").refreshToken();

    Answer answer = client.post(refresh(token) + parameters);

    assertThat(answer.status()).as(what).isEqualTo(status);
    assertThat(answer.error()).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({"''", "&client_id=", "&client_id=nobody", "&client_id=other"})
  void keepsTheRefreshTokenOfARefusedClientGood(String parameters) throws Exception {
    String token = client.login("app").refreshToken();
    client.post(refresh(token) + parameters);

    Answer answer = client.post(refresh(token) + "&client_id=app");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void keepsTheCodeOfAnUnidentifiedClientGood() throws Exception {
    String code = client.code("app");
    client.post(TokenClient.codeGrant("", code, TokenClient.VERIFIER));

    Answer answer = client.post(TokenClient.codeGrant("app", code, TokenClient.VERIFIER));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void letsAConfidentialClientAuthenticateByBasic() throws Exception {
    String token = loginOfConfidentialClient().refreshToken();

    Answer answer = client.postAs(basic("safe:s3cret"), refresh(token));

    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "safe:wrong,'',401,invalid_client",
    "app:,'',401,invalid_client",
    "safe:s3cret,&client_id=app,400,invalid_request",
    "safe:s3cret,&client_secret=s3cret,400,invalid_request",
  })
  void refusesBasicThatIsWrongOrNotAlone(
      String credentials, String parameters, int status, String error) throws Exception {
    String token = loginOfConfidentialClient().refreshToken();

    Answer answer = client.postAs(basic(credentials), refresh(token) + parameters);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.error()).isEqualTo(error);
  }

  @Test
  void refusesAConfidentialClientThatOnlyNamesItself() throws Exception {
    String token = loginOfConfidentialClient().refreshToken();

    Answer answer = client.post(refresh(token) + "&client_id=safe");

    assertThat(answer.error()).isEqualTo("invalid_client");
  }

  @Test
  void refusesABearerAsClientAuthentication() throws Exception {
    String token = client.login("app").refreshToken();

    Answer answer = client.postAs("Bearer " + token, refresh(token) + "&client_id=app");

    assertThat(answer.error()).isEqualTo("invalid_request");
  }

  private Answer loginOfConfidentialClient() throws Exception {
    String code = client.code("safe");
    return client.postAs(
        basic("safe:s3cret"), TokenClient.codeGrant("safe", code, TokenClient.VERIFIER));
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
