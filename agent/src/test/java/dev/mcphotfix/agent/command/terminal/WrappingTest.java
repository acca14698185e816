package dev.mcphotfix.agent.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class WrappingTest {

  private static final String FLAG = "\"-javaagent:C:\\a b\\agent.jar=c d.json\"";

  @Test
  void breaksBetweenWordsAndKeepsTheColumn() {
    assertThat(Wrapping.lines("> ", 2, "one two  three four", 11))
        .containsExactly("> one two", "  three", "  four");
    assertThat(Wrapping.lines("> ", 2, "one two three", 15)).containsExactly("> one two three");
    assertThat(Wrapping.lines("> ", 2, "one two three", 14))
        .containsExactly("> one two", "  three");
  }

  @Test
  void leavesWhatFitsAsItIs() {
    assertThat(Wrapping.lines("> ", 2, "one  two ", 11)).containsExactly("> one  two ");
  }

  @Test
  void breaksNoWordAndNothingInQuotationMarks() {
    assertThat(Wrapping.lines("", 0, "start it with " + FLAG + " now", 10))
        .containsExactly("start it", "with", FLAG, "now");
    assertThat(Wrapping.lines("", 0, "it is \"a", 5)).containsExactly("it is", "\"a");
  }

  @Test
  void wrapsFindingsBelowTheirText() {
    Findings findings = new Findings();
    findings.add("Agent", new Finding(Finding.Mark.NOTE, "one two three", "four five", Map.of()));

    assertThat(findings.lines(Ansi.OFF, 20))
        .containsExactly(
            "Agent",
            "  note     one two",
            "           three",
            "           -> four",
            "              five");
    assertThat(findings.lines(Ansi.OFF))
        .containsExactly("Agent", "  note     one two three", "           -> four five");
  }
}
