package dev.mcphotfix.testapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.TokenClient.Answer;
import org.junit.jupiter.api.Test;

class AuthorizationCodeTest extends ServerTest {

  @Test
  void givesTokensForACodeAndItsVerifier() throws Exception {
    String code = client.code("app");

    Answer answer = client.post(TokenClient.codeGrant("app", code, TokenClient.VERIFIER));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.accepts(answer.accessToken())).isTrue();
  }

  @Test
  void refusesAnotherVerifier() throws Exception {
    String code = client.code("app");

    Answer answer = client.post(TokenClient.codeGrant("app", code, "another"));

    assertThat(answer.error()).isEqualTo("invalid_grant");
  }

  @Test
  void refusesACodeOfAnotherClient() throws Exception {
    String code = client.code("app");

    Answer answer = client.post(TokenClient.codeGrant("other", code, TokenClient.VERIFIER));

    assertThat(answer.error()).isEqualTo("invalid_grant");
  }

  @Test
  void revokesWhatACodeGaveWhenItIsUsedTwice() throws Exception {
    String form = TokenClient.codeGrant("app", client.code("app"), TokenClient.VERIFIER);
    Answer first = client.post(form);

    Answer second = client.post(form);

    assertThat(second.error()).isEqualTo("invalid_grant");
    assertThat(server.accepts(first.accessToken())).isFalse();
  }

  @Test
  void redirectsWithTheState() throws Exception {
    String redirect = client.redirect("app", "S256");

    assertThat(redirect).startsWith(TokenClient.REDIRECT + "?code=").endsWith("&state=s");
  }

  @Test
  void givesNoCodeForAPlainChallenge() throws Exception {
    String redirect = client.redirect("app", "plain");

    assertThat(redirect).contains("error=invalid_request").doesNotContain("code=");
  }

  @Test
  void doesNotRedirectForAnUnknownClient() throws Exception {
    String redirect = client.redirect("nobody", "S256");

    assertThat(redirect).isEqualTo("refused");
  }
}
