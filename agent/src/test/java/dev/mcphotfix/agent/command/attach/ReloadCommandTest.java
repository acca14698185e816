package dev.mcphotfix.agent.command.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReloadCommandTest {

  @Test
  void saysWhichModeHoldsAndWhatIsPassedOver() {
    assertThat(
            lines(
                "\"outcome\":\"done\",\"problems\":[],"
                    + "\"status\":{\"mode\":\"observe\",\"passedOver\":[\"a.json:1: no url\"]}"))
        .containsExactly("reload 4711: done, mode observe", "  passed over: a.json:1: no url");
  }

  @Test
  void saysOnlyWhyNothingWasChanged() {
    assertThat(
            lines(
                "\"outcome\":\"unchanged\",\"problems\":[\"a.json: empty\"],"
                    + "\"status\":{\"mode\":\"enforce\",\"passedOver\":[\"before\"]}"))
        .containsExactly("reload 4711: nothing was changed", "  a.json: empty");
  }

  private static List<String> lines(String answer) {
    return ReloadCommand.lines(
        Objects.requireNonNull(AgentAnswer.parse("{\"command\":\"reload\"," + answer + "}")), 4711);
  }
}
