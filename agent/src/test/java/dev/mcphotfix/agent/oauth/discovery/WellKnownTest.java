package dev.mcphotfix.agent.oauth.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WellKnownTest {

  @Test
  void insertsTheWellKnownPartBeforePathAndQuery() {
    assertThat(WellKnown.ofProtectedResource("https://h:8443/a/mcp?tenant=1"))
        .containsExactly(
            "https://h:8443/.well-known/oauth-protected-resource/a/mcp?tenant=1",
            "https://h:8443/.well-known/oauth-protected-resource");
  }

  @Test
  void knowsBothFormsOfKeycloak() {
    assertThat(WellKnown.ofAuthorizationServer("https://h/realms/mcp"))
        .contains(
            "https://h/.well-known/oauth-authorization-server/realms/mcp",
            "https://h/realms/mcp/.well-known/openid-configuration");
  }

  @Test
  void knowsTheTwoFormsOfAnIssuerWithoutAPath() {
    assertThat(WellKnown.ofAuthorizationServer("https://h/"))
        .containsExactly(
            "https://h/.well-known/oauth-authorization-server",
            "https://h/.well-known/openid-configuration");
  }
}
