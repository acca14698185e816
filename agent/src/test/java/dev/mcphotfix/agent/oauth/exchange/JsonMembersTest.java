package dev.mcphotfix.agent.oauth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonMembersTest {

  @Test
  void readsTextAndSkipsTheRest() {
    String json =
        """
        { "expires_in": 3600, "a": {"refresh_token": "inner", "b": ["}", "\\""]},
          "c": [1, {"d": null}], "e": true, "refresh_token": "r2", "f": null }
        """;

    assertThat(JsonMembers.of(json)).isEqualTo(Map.of("refresh_token", "r2"));
  }

  @Test
  void readsEscapes() {
    String json = "{\"a\":\"\\\"\\\\\\/\\n\\t\\u00e9\",\"\\u0062\":\"x\"}";

    assertThat(JsonMembers.of(json)).isEqualTo(Map.of("a", "\"\\/\n\té", "b", "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"1\",\"refresh_token\":\"cut of",
        "{\"a\":\"1\",\"refresh_token\":\"r\\",
        "{\"a\":\"1\",\"refresh_token\":\"r\\u00",
        "{\"a\":\"1\",\"refresh_token\"",
        "{\"a\":\"1\",\"b\":{\"refresh_token\":\"r\"",
        "{\"a\":\"1\",\"b\":{\"refresh_token\":\"r",
        "{\"a\":\"1\",",
        "{\"a\":\"1\"} {\"refresh_token\":\"r\"}",
        "{\"a\":\"1\" \"refresh_token\":\"r\"}"
      })
  void keepsWhatStandsBeforeTheTextIsCutOff(String json) {
    assertThat(JsonMembers.of(json)).isEqualTo(Map.of("a", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[\"a\"]", "\"a\"", "<html>", "{", "{}", "a=b&c=d"})
  void findsNothingInAnythingElse(String text) {
    assertThat(JsonMembers.of(text)).isEmpty();
  }
}
