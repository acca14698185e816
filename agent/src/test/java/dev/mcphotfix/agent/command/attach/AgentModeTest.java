package dev.mcphotfix.agent.command.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentAnswerTest;
import dev.mcphotfix.agent.command.attach.jvm.JvmOptions;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentModeTest {

  @Test
  void takesTheModeThatTheAgentTells() {
    assertThat(AgentMode.told(jvm("-Xmx1g"), AgentAnswer.parse(AgentAnswerTest.WHOLE)))
        .isEqualTo("enforce");
  }

  @Test
  void isNoneWhereTheAgentWasTakenOut() {
    assertThat(
            AgentMode.told(
                jvm("-Xmx1g"), AgentAnswer.parse("{\"command\":\"detach\",\"outcome\":\"done\"}")))
        .isEqualTo("no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-javaagent:/opt/mcp-oauth-hotfix-agent.jar=mode=observe,url=https://x | observe",
        "-javaagent:/opt/mcp-oauth-hotfix-agent-0.1.0.jar=mcp-hotfix.json | yes",
        "-javaagent:/opt/mcp-oauth-hotfix-agent.jar | yes",
        "-javaagent:/opt/opentelemetry-javaagent.jar | no",
        "-Dx=mcp-oauth-hotfix | no"
      })
  void takesWhatTheOptionsTellWhereTheAgentDoesNot(String option, String mode) {
    assertThat(AgentMode.told(jvm(option), null)).isEqualTo(mode);
  }

  private static RunningJvm jvm(String option) {
    return new RunningJvm(
        1, "me", "Main", "17.0.2", null, new JvmOptions(List.of(option)), List.of(), true);
  }
}
