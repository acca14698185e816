package dev.mcphotfix.agent.command.attach.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class AgentAnswerTest {

  public static final String WHOLE =
      """
      {"request":"1f","command":"status","outcome":"done","sequence":3,"problems":[],"new":{"a":[1]},
       "status":{"version":"0.1.0","mode":"enforce","since":"2026-11-27T13:05:12Z","given":"attach",
        "awake":true,"configuration":[{"key":"mode","value":"enforce","origin":"default"}],
        "hooks":[{"hook":"jdk","class":"a.B","method":"send","loader":"platform","woven":true,
                  "requests":12,"patched":3,"leftAlone":{"not-token-request":9},"lastDecision":"added"},
                 {"hook":"okhttp","woven":false,"reason":"not met yet"}],
        "decisions":{"added":3},
        "responses":[{"time":"2026-11-27T13:06:00Z","server":"s","endpoint":"https://e","status":200}],
        "warnings":["a warning"],"linesLost":7}}\
      """;

  @Test
  void readsAStatus() {
    AgentAnswer answer = AgentAnswer.parse(WHOLE);

    assertThat(answer).isNotNull();
    assertThat(answer.isDone()).isTrue();
    assertThat(answer.isInstalled()).isTrue();
    assertThat(answer.sequence()).isEqualTo(3);
    AgentStatus status = answer.status();
    assertThat(status).isNotNull();
    assertThat(status.mode()).isEqualTo("enforce");
    assertThat(status.isWoven()).isTrue();
    assertThat(status.hooks().get(0).leftAlone()).isEqualTo(Map.of("not-token-request", 9L));
    assertThat(status.hooks().get(1).reason()).isEqualTo("not met yet");
    assertThat(status.responses().get(0).status()).isEqualTo("200");
    assertThat(status.warnings()).isEqualTo(List.of("a warning"));
    assertThat(status.linesLost()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"command\":1}", "{\"command\":\"status\"}"})
  void isNoneWhereThatIsNotOne(String text) {
    assertThat(AgentAnswer.parse(text)).isNull();
  }

  @Test
  void isNotReadWhereItIsLongerThanAnAgentWrites() {
    String padding = " ".repeat(4 * 1024 * 1024);

    assertThat(AgentAnswer.isTooLong(WHOLE)).isFalse();
    assertThat(AgentAnswer.isTooLong(WHOLE + padding)).isTrue();
    assertThat(AgentAnswer.parse(WHOLE + padding)).isNull();
  }

  @Test
  void survivesValuesOfOtherKinds() {
    AgentAnswer answer =
        AgentAnswer.parse(
            "{\"command\":\"status\",\"outcome\":\"done\",\"problems\":7,\"status\":{\"hooks\":[3,{}],"
                + "\"since\":\"yesterday\",\"decisions\":[],\"mode\":null}}");

    assertThat(answer).isNotNull();
    assertThat(answer.problems()).isEmpty();
    assertThat(answer.status()).isNotNull();
    assertThat(answer.status().hooks()).hasSize(1);
    assertThat(answer.status().since()).isNull();
  }

  @Test
  void makesTextForATerminalHarmless() {
    AgentAnswer answer =
        AgentAnswer.parse(
            "{\"command\":\"reload\",\"outcome\":\"failed\",\"problems\":[\"\\u001b[2J\\n\\u202e"
                + "x".repeat(5000)
                + "\"]}");

    assertThat(answer).isNotNull();
    assertThat(answer.problems().get(0)).startsWith("?[2J??x").hasSizeLessThan(500);
  }

  @Test
  void saysWhatToDoWhereNoAgentCouldAnswer() {
    AgentAnswer answer =
        AgentAnswer.parse(
            "{\"command\":\"none\",\"outcome\":\"not-installed\",\"problems\":[\"no agent is in\"]}");

    assertThat(answer).isNotNull();
    assertThat(answer.lines(4711))
        .containsExactly(
            "the agent was given to 4711 and is not installed there; that JVM's stderr says why",
            "-> correct that, and put it in with attach 4711");
  }

  @Test
  void knowsThatTheAgentIsOut() {
    assertThat(AgentAnswer.parse("{\"command\":\"detach\",\"outcome\":\"done\"}"))
        .matches(answer -> !answer.isInstalled());
    assertThat(AgentAnswer.parse("{\"command\":\"install\",\"outcome\":\"not-installed\"}"))
        .matches(answer -> !answer.isInstalled());
    assertThat(AgentAnswer.parse("{\"command\":\"reload\",\"outcome\":\"failed\"}"))
        .matches(AgentAnswer::isInstalled);
  }
}
