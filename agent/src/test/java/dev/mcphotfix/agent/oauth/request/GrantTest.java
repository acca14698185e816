package dev.mcphotfix.agent.oauth.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
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
}
