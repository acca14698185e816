package dev.mcphotfix.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HotfixCommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void explainsItselfOnStandardOutput(String argument) {
    CommandRun run = CommandRun.of(argument);

    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("Usage: java -jar mcp-oauth-hotfix-agent.jar [-hV] [COMMAND]")
        .contains("Commands:", "Exit codes:")
        .contains("  0   nothing is wrong", "  1   ", "  2   ", "  3   ");
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void namesItsVersionAndTheJavaThatRunsIt() {
    CommandRun run = CommandRun.of("--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("MCP OAuth Hotfix", "Java " + Runtime.version());
  }

  @Test
  void suggestsTheNearestCommand() {
    CommandRun run = CommandRun.of("hepl");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("'hepl'").contains("Did you mean").contains(".jar help");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void asksForACommandWhereThereIsNone() {
    CommandRun run = CommandRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("Missing required subcommand").contains("Usage:");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void refusesUnusableInputWithNothingButTheReason() {
    CommandRun run =
        CommandRun.ofCommand(
            () -> {
              throw new UnusableInputException("no.json is not there; name a file that is");
            });

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors().strip()).isEqualTo("no.json is not there; name a file that is");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void keepsTheStackTraceOfAnInternalErrorToItself() {
    CommandRun run =
        CommandRun.ofCommand(
            () -> {
              throw new IllegalStateException("broken");
            });

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors())
        .contains("internal error: java.lang.IllegalStateException: broken")
        .contains("-Dmcphotfix.debug")
        .doesNotContain("\tat ");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void colorsNothingThatIsNotShownOnATerminal() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.output()).doesNotContain("\u001b");
  }
}
