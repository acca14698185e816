package dev.mcphotfix.agent.command.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands for a running JVM, where there is none to speak to. */
class RunningJvmCommandsTest {

  /** More than any system gives a process. */
  private static final String NOBODY = "99999999";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"status", "reload", "detach"})
  void sayThatThereIsNoSuchProcess(String command) {
    CommandRun run = CommandRun.of(command, NOBODY);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("there is no process " + NOBODY).contains("-> see list");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void attachSaysSoWithWhatItHasLookedAt() {
    CommandRun run =
        CommandRun.of("attach", NOBODY, "--client-id", "c", "--url", "https://m.example");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("client id c", "there is no process " + NOBODY, "nothing was loaded");
  }

  @Test
  void attachReadsTheConfigurationFirst() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.json"), "{\n  \"rulez\": [] }");

    CommandRun run = CommandRun.of("attach", NOBODY, "--config", file.toString(), "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("rulez: unknown key", "\"exitCode\" : 1");
  }

  @Test
  void attachWantsAServer() {
    CommandRun run = CommandRun.of("attach", NOBODY, "--mode", "observe");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output().replaceAll("\\s+", " "))
        .contains("no server with an oauth.clientId")
        .contains("--mcp-config FILE", "--config FILE", "--client-id ID --url URL");
  }

  @Test
  void attachWantsTheServerInTheFileThatIsGiven() throws Exception {
    Path file = Files.writeString(folder.resolve("rules.json"), "{ \"rules\": [] }");

    CommandRun run = CommandRun.of("attach", NOBODY, "--config", file.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output().replaceAll("\\s+", " "))
        .contains("-> add to " + file + " the client's own file as \"mcpConfig\"")
        .doesNotContain("--config FILE");
  }

  @Test
  void attachWantsNoServerForTheWitnessAlone() {
    CommandRun run = CommandRun.of("attach", NOBODY, "--mode=off", "--witness");

    assertThat(run.output())
        .contains("the witness alone: it looks at what leaves, no more")
        .containsOnlyOnce("problem ")
        .contains("there is no process " + NOBODY);
  }

  @Test
  void witnessKeepsItsExitCodeOneForWhatItHasSeen() {
    CommandRun run = CommandRun.of("witness", NOBODY);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("there is no process " + NOBODY);
  }

  @Test
  void witnessAsksForATime() {
    CommandRun run = CommandRun.of("witness", NOBODY, "--for", "on");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualToIgnoringNewLines("--for: expected a time such as 30s or 10m, found \"on\"");
  }

  @Test
  void attachSaysThatAFileIsNotThere() {
    CommandRun run = CommandRun.of("attach", NOBODY, "--config", folder.resolve("no").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no such file; nothing was touched");
  }

  @Test
  void reloadWatchesAFileOnly() {
    CommandRun run = CommandRun.of("reload", NOBODY, "--watch-config");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--config FILE");
  }

  @Test
  void listSaysWhereNoMcpLibraryIsInAnyOfThem() {
    ListCommand.Row quiet =
        new ListCommand.Row(RunningJvms.of(1, "org.acme.Quiet", "21"), "no", null);
    ListCommand.Row client =
        new ListCommand.Row(RunningJvms.of(2, "the-client.jar", "21", "mcp-2.1.0.jar"), "no", null);

    assertThat(ListCommand.lines(List.of(quiet, quiet)))
        .last()
        .asString()
        .startsWith("No MCP library was seen in any of them");
    assertThat(ListCommand.lines(List.of(quiet, client)))
        .noneMatch(line -> line.startsWith("No MCP library"));
  }

  @Test
  void listLeavesItselfOut() {
    CommandRun run = CommandRun.of("list", "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).doesNotContain("\"pid\" : " + ProcessHandle.current().pid() + ",");
  }
}
