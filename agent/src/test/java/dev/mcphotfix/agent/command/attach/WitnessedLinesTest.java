package dev.mcphotfix.agent.command.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WitnessedLinesTest {

  @Test
  void showWhereAValueWithSpacesEnds() {
    assertThat(WitnessedLines.of(seen("the command scan proposes one")))
        .containsExactly(
            "2026-01-31T12:00:00Z witnessed grant=refresh_token client=\"Jodd HTTP\""
                + " rule=\"the command scan proposes one\"");
  }

  @Test
  void haveARuleThatIsReadyForTheFileBelow() {
    assertThat(WitnessedLines.of(seen("a.B#c patch=token-request target=arg1")))
        .containsExactly(
            "2026-01-31T12:00:00Z witnessed grant=refresh_token client=\"Jodd HTTP\""
                + " rule=\"a.B#c patch=token-request target=arg1\"",
            "{\"method\":\"a.B#c\",\"patch\":\"token-request\",\"target\":\"arg1\"}");
  }

  @Test
  void areFitForATerminalWhateverTheOtherJvmSays() {
    assertThat(WitnessedLines.of(Map.of("from", "a\u001b[2J\"b")))
        .singleElement()
        .asString()
        .startsWith("from=\"a")
        .endsWith("[2J\\\"b\"")
        .doesNotContain("\u001b");
  }

  private static Map<String, String> seen(String rule) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("time", "2026-01-31T12:00:00Z");
    facts.put("event", "witnessed");
    facts.put("grant", "refresh_token");
    facts.put("client", "Jodd HTTP");
    facts.put("rule", rule);
    return facts;
  }
}
