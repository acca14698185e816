package dev.mcphotfix.agent.command.repair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import dev.mcphotfix.agent.command.file.Author;
import dev.mcphotfix.agent.command.file.FileReplacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairCommandTest {

  @TempDir private Path folder;
  private RepairFolder files = new RepairFolder(Path.of(""));

  @BeforeEach
  void write() throws IOException {
    files = RepairFolder.in(folder);
  }

  @Test
  void showsWhatItWouldDoAndWritesNothing() throws Exception {
    CommandRun run = files.repair();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("would heal record", "reason=record-patched", "server=example-server")
        .contains("+      \"clientId\": \"my-static-client\"")
        .contains("run this again with --write")
        .doesNotContain("hush");
    assertThat(files.credentials()).isEqualTo(RepairFolder.RECORD);
    assertThat(files.names()).containsExactly(".credentials.json", "mcp-hotfix.json");
  }

  @Test
  void writesAndSaysWhereTheBackupIs() throws Exception {
    CommandRun run = files.repair("--write");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("  healed record  /mcpOAuth/example-server|4282f2a9112820d2")
        .contains("The backup is .credentials.json.mcp-hotfix-backup-", "for 15 minutes")
        .doesNotContain("hush");
    assertThat(files.credentials())
        .isEqualTo(
            RepairFolder.RECORD.replace(
                "\"rt-hush\"", "\"rt-hush\",\n      \"clientId\": \"my-static-client\""));
  }

  @Test
  void hasNothingToDoTheSecondTime() throws Exception {
    files.repair("--write");
    String once = files.credentials();

    CommandRun again = files.repair("--write");

    assertThat(again.exitCode()).isZero();
    assertThat(again.output()).contains("reason=record-has-client", "Nothing to write.");
    assertThat(files.credentials()).isEqualTo(once);
    assertThat(files.names()).hasSize(3);
  }

  @Test
  void undoesWithoutAConfiguration() throws Exception {
    files.repair("--write");

    CommandRun undo = files.undo();

    assertThat(undo.exitCode()).isZero();
    assertThat(undo.output()).contains("is as it was before the repair; the backup is gone.");
    assertThat(files.credentials()).isEqualTo(RepairFolder.RECORD);
    assertThat(files.names()).containsExactly(".credentials.json", "mcp-hotfix.json");
  }

  @Test
  void undoesNothingThatItDidNotDo() {
    CommandRun undo = files.undo();

    assertThat(undo.exitCode()).isEqualTo(2);
    assertThat(undo.errors()).contains("nothing left to undo: no backup of a repair beside it");
  }

  @Test
  void undoesOnce() throws Exception {
    files.repair("--write");
    files.undo();

    CommandRun again = files.undo();

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.errors()).contains("nothing left to undo");
    assertThat(files.credentials()).isEqualTo(RepairFolder.RECORD);
  }

  @Test
  void putsNoTokenBackThatAProbeHasUsedUp() throws Exception {
    String rotated = RepairFolder.RECORD.replace("rt-hush", "rt-2-hush");
    Path backup =
        new FileReplacement(folder.resolve(".credentials.json"), Author.DOCTOR)
            .replace(RepairFolder.RECORD.getBytes(UTF_8), rotated.getBytes(UTF_8));

    CommandRun without = files.undo();
    files.repair("--write");
    CommandRun once = files.undo();
    CommandRun twice = files.undo();

    assertThat(List.of(without.exitCode(), once.exitCode(), twice.exitCode()))
        .containsExactly(2, 0, 2);
    assertThat(twice.errors()).contains("nothing left to undo");
    assertThat(files.credentials()).isEqualTo(rotated);
    assertThat(backup).hasContent(RepairFolder.RECORD);
  }

  @Test
  void answersAScript() {
    CommandRun run = files.repair("--json");

    assertThat(run.output())
        .contains("\"exitCode\" : 1", "\"written\" : false", "\"backup\" : null")
        .contains("\"client\" : \"Claude Code\"", "\"reason\" : \"record-patched\"")
        .contains("\"action\" : \"would heal record\"")
        .doesNotContain("hush");
  }

  @Test
  void printsWhatThePageShows() throws Exception {
    String output =
        files.repair().output().replace(files.path(".credentials.json"), ".credentials.json");

    assertThat(page()).contains("```text\n" + output.replace("\r\n", "\n") + "```");
  }

  @Test
  void hasEveryOptionOnThePage() throws Exception {
    String page = page();

    assertThat(CommandRun.of("repair", "--help").output().lines())
        .filteredOn(line -> line.strip().startsWith("--"))
        .hasSize(8)
        .allSatisfy(line -> assertThat(page).contains("| `" + line.strip().split("[ =]", 2)[0]));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/commands.md"));
  }
}
