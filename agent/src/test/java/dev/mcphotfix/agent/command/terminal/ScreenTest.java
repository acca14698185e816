package dev.mcphotfix.agent.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {

  @Test
  void writesInPlace() {
    assertThat(Screen.page(List.of("one", "two"), 24, 80))
        .isEqualTo("\u001b[Hone\u001b[K\r\ntwo\u001b[K\r\n\u001b[J");
  }

  @Test
  void cutsLinesThatWouldWrap() {
    assertThat(Screen.page(List.of("0123456789"), 24, 8)).contains("0123456>\u001b[K");
  }

  @Test
  void doesNotCountColours() {
    String bold = "\u001b[1mHooks\u001b[0m";

    assertThat(Screen.page(List.of(bold), 24, 5)).contains(bold);
  }

  @Test
  void saysThatThereIsMoreThanFits() {
    assertThat(Screen.page(List.of("1", "2", "3", "4", "5"), 4, 80))
        .contains("2")
        .doesNotContain("3\u001b")
        .contains("... 3 more lines");
  }

  @Test
  void writesPlainBlocksWhereThereIsNoTerminal() {
    StringWriter out = new StringWriter();
    try (Screen screen = new Screen(new PrintWriter(out), false)) {
      screen.show(List.of("one"));
      screen.show(List.of("two"));
    }

    assertThat(out.toString().lines()).containsExactly("one", "", "two", "");
  }

  @Test
  void givesTheTerminalBackOnceAndIsSilentAfterwards() {
    StringWriter out = new StringWriter();
    Screen screen = new Screen(new PrintWriter(out), true);
    screen.show(List.of("one"));
    screen.close();
    screen.close();
    screen.show(List.of("two"));

    assertThat(out.toString()).containsOnlyOnce("\u001b[?1049l").doesNotContain("two");
  }
}
