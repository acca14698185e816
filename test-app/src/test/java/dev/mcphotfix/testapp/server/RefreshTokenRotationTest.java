package dev.mcphotfix.testapp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.TokenClient.Answer;
import org.junit.jupiter.api.Test;

class RefreshTokenRotationTest extends ServerTest {

  @Test
  void replacesTheRefreshToken() throws Exception {
    String first = client.login("app").refreshToken();

    Answer answer = client.post(refresh(first) + "&client_id=app");

    assertThat(answer.refreshToken()).isNotEmpty().isNotEqualTo(first);
  }

  @Test
  void acceptsTheReplacement() throws Exception {
    String first = client.login("app").refreshToken();
    String second = client.post(refresh(first) + "&client_id=app").refreshToken();

    Answer answer = client.post(refresh(second) + "&client_id=app");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void revokesTheWholeFamilyWhenATokenIsReused() throws Exception {
    String first = client.login("app").refreshToken();
    Answer renewed = client.post(refresh(first) + "&client_id=app");

    Answer reuse = client.post(refresh(first) + "&client_id=app");

    assertThat(reuse.error()).isEqualTo("invalid_grant");
    assertThat(client.post(refresh(renewed.refreshToken()) + "&client_id=app").error())
        .isEqualTo("invalid_grant");
    assertThat(server.accepts(renewed.accessToken())).isFalse();
  }

  @Test
  void leavesOtherFamiliesAloneWhenATokenIsReused() throws Exception {
    String first = client.login("app").refreshToken();
    String unconcerned = client.login("app").refreshToken();
    client.post(refresh(first) + "&client_id=app");
    client.post(refresh(first) + "&client_id=app");

    Answer answer = client.post(refresh(unconcerned) + "&client_id=app");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void acceptsAnAccessTokenUntilItExpires() throws Exception {
    String token = client.login("app").accessToken();
    assertThat(server.accepts(token)).isTrue();

    server.expireAccessTokens();

    assertThat(server.accepts(token)).isFalse();
  }

  @Test
  void keepsRefreshTokensGoodWhenAccessTokensExpire() throws Exception {
    String token = client.login("app").refreshToken();
    server.expireAccessTokens();

    Answer answer = client.post(refresh(token) + "&client_id=app");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.accepts(answer.accessToken())).isTrue();
  }
}
