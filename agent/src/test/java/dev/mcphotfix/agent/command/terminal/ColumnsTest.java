package dev.mcphotfix.agent.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void standsBelowEachOther() {
    Columns columns = new Columns(Set.of(0), "PID", "JAVA", "PROGRAM");
    columns.add("7", "17.0.15", "a").addBelow("  more").add("12345", "25", "the-client.jar");

    assertThat(columns.lines())
        .containsExactly(
            "  PID  JAVA     PROGRAM",
            "    7  17.0.15  a",
            "  more",
            "12345  25       the-client.jar");
  }

  @Test
  void hasNoTitlesAboveNothing() {
    assertThat(new Columns(Set.of(), "PID", "JAVA").lines()).isEmpty();
  }
}
