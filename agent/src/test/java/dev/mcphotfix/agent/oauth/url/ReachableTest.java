package dev.mcphotfix.agent.oauth.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReachableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://idp.example.com/t",
        "http://localhost:1/",
        "http://127.0.0.1/",
        "http://[::1]:1/"
      })
  void fetchesOverTlsOrFromThisMachine(String url) {
    assertThat(Reachable.mayBeFetched(url, true)).isTrue();
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
    assertThat(Reachable.mayBeFetched(url, true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"https://idp.example.com/t, true", "http://localhost:1/, false"})
  void fetchesNothingFromThisMachineForAServerElsewhere(String url, boolean fetched) {
    assertThat(Reachable.mayBeFetched(url, false)).isEqualTo(fetched);
  }
}
