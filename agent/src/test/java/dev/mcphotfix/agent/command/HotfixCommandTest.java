package dev.mcphotfix.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThat(run.errors().lines())
        .containsExactly(
            "unknown command \"hepl\"; did you mean \"help\"? expected one of heal, check, doctor, repair,"
                + " report, trace, scan, list, attach, status, reload, detach, witness,"
                + " help",
            "See java -jar mcp-oauth-hotfix-agent.jar --help");
    assertThat(run.output()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "check            | Missing required parameter: 'CONFIG' | check",
        "report           | Missing required parameter: 'LOG'    | report",
        "repair           | Missing required option: '--credentials=FILE' | repair",
        "status           | Missing required parameter: 'PID'    | status",
        "status 1 2       | one argument too many, \"2\"          | status",
        "check a.json --jsn | unknown option \"--jsn\"; did you mean \"--json\"? expected one of"
            + " --classpath, --help, --json, --verbose, --version | check",
        "help chek        | Unknown subcommand 'chek'.           |",
      })
  void saysInTwoLinesWhatIsWrongWithTheWords(
      String words, String problem, @Nullable String command) {
    CommandRun run = CommandRun.of(words.split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    String name = "java -jar mcp-oauth-hotfix-agent.jar" + (command == null ? "" : " " + command);
    assertThat(run.errors().lines()).containsExactly(problem, "See " + name + " --help");
    assertThat(run.output()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "reload", "detach", "attach"})
  void saysInOneLineThatAPidIsNoNumber(String command) {
    CommandRun run = CommandRun.of(command, "12x");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo("PID: expected a process id, as list shows it, found \"12x\"\n");
  }

  @Test
  void namesNoExceptionForAPathThatNoFileCanHave() {
    CommandRun run = CommandRun.of("repair", "--credentials", "a\0b");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains(": no file can have this name").doesNotContain("Exception");
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
