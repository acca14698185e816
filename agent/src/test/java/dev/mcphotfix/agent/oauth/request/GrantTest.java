package dev.mcphotfix.agent.oauth.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GrantTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsType(Grant grant) {
    assertThat(Grant.ofType(grant.type())).isEqualTo(grant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "password", "REFRESH_TOKEN", "refresh_token ", "device_code"})
  void isNoneForAnyOtherType(String type) {
    assertThat(Grant.ofType(type)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refresh_token",
        "client_credentials",
        "urn:ietf:params:oauth:grant-type:token-exchange",
        "urn:openid:params:grant-type:ciba"
      })
  void isShownWhereItIsKnown(String type) {
    assertThat(Grant.shown(type)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"sk-1234, (7 characters)", "Refresh_Token, (13 characters)", "'', (0 characters)"})
  void isShownByItsLengthWhereItIsNot(String type, String shown) {
    assertThat(Grant.shown(type)).isEqualTo(shown);
  }
}
