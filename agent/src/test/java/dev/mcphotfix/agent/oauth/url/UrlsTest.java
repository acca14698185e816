package dev.mcphotfix.agent.oauth.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://idp.example.com/t",
        "http://localhost:1/",
        "http://127.0.0.1/",
        "http://[::1]:1/"
      })
  void fetchesOverTlsOrFromThisMachine(String url) {
    assertThat(Urls.mayBeFetched(url, true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://idp.example.com/",
        "http://127.0.0.1.example.com/",
        "http://localhost.example.com/",
        "https://me:hush@idp.example.com/",
        "file:///etc/passwd",
        "jar:https://idp.example.com/a.jar!/b",
        "/relative",
        "not a url"
      })
  void fetchesNothingElse(String url) {
    assertThat(Urls.mayBeFetched(url, true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"https://idp.example.com/t, true", "http://localhost:1/, false"})
  void fetchesNothingFromThisMachineForAServerElsewhere(String url, boolean fetched) {
    assertThat(Urls.mayBeFetched(url, false)).isEqualTo(fetched);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/mcp, https://h/mcp",
    "HTTPS://H:443/mcp/, https://h/mcp",
    "https://h, https://h/mcp",
    "https://h/, https://h/mcp/a",
    "https://h/mcp, https://h/mcp/a",
    "https://h/mcp, https://h/mcp?a=b",
    "https://h/mcp?a=b, https://h/mcp?a=b"
  })
  void letsAResourceCoverItselfAndWhatIsBelow(String resource, String url) {
    assertThat(Urls.covers(resource, url)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/mcp, https://h/mcpx",
    "https://h/mcp/a, https://h/mcp",
    "https://h:8443/mcp, https://h/mcp",
    "http://h/mcp, https://h/mcp",
    "https://g/mcp, https://h/mcp",
    "https://h/mcp?a=b, https://h/mcp",
    "not a url, https://h/mcp"
  })
  void doesNotLetAnotherResourceCover(String resource, String url) {
    assertThat(Urls.covers(resource, url)).isFalse();
  }

  @Test
  void insertsTheWellKnownPartBeforePathAndQuery() {
    assertThat(Urls.ofProtectedResource("https://h:8443/a/mcp?tenant=1"))
        .containsExactly(
            "https://h:8443/.well-known/oauth-protected-resource/a/mcp?tenant=1",
            "https://h:8443/.well-known/oauth-protected-resource");
  }

  @Test
  void knowsBothFormsOfKeycloak() {
    assertThat(Urls.ofAuthorizationServer("https://h/realms/mcp"))
        .contains(
            "https://h/.well-known/oauth-authorization-server/realms/mcp",
            "https://h/realms/mcp/.well-known/openid-configuration");
  }

  @Test
  void knowsTheTwoFormsOfAnIssuerWithoutAPath() {
    assertThat(Urls.ofAuthorizationServer("https://h/"))
        .containsExactly(
            "https://h/.well-known/oauth-authorization-server",
            "https://h/.well-known/openid-configuration");
  }
}
