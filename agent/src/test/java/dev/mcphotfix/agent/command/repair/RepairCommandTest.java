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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairCommandTest {

  private static final String CONFIG =
      """
      { "mcpServers": { "example-server": {
        "type": "http", "url": "https://mcp.example.com/mcp",
        "oauth": { "clientId": "my-static-client" } } } }
      """;
  private static final String RECORD =
      """
      {
        "mcpOAuth": {
          "example-server|4282f2a9112820d2": {
            "serverName": "example-server",
            "serverUrl": "https://mcp.example.com/mcp",
            "accessToken": "at-hush",
            "refreshToken": "rt-hush"
          }
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("mcp-hotfix.json"), CONFIG);
    Files.writeString(folder.resolve(".credentials.json"), RECORD);
  }

  @Test
  void showsWhatItWouldDoAndWritesNothing() throws Exception {
    CommandRun run = repair();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("would heal record", "reason=record-patched", "server=example-server")
        .contains("+      \"clientId\": \"my-static-client\"")
        .contains("run this again with --write")
        .doesNotContain("hush");
    assertThat(credentials()).isEqualTo(RECORD);
    assertThat(names()).containsExactly(".credentials.json", "mcp-hotfix.json");
  }

  @Test
  void writesAndSaysWhereTheBackupIs() throws Exception {
    CommandRun run = repair("--write");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("  healed record  /mcpOAuth/example-server|4282f2a9112820d2")
        .contains("The backup is .credentials.json.mcp-hotfix-backup-", "for 15 minutes")
        .doesNotContain("hush");
    assertThat(credentials())
        .isEqualTo(
            RECORD.replace(
                "\"rt-hush\"", "\"rt-hush\",\n      \"clientId\": \"my-static-client\""));
  }

  @Test
  void hasNothingToDoTheSecondTime() throws Exception {
    repair("--write");
    String once = credentials();

    CommandRun again = repair("--write");

    assertThat(again.exitCode()).isZero();
    assertThat(again.output()).contains("reason=record-has-client", "Nothing to write.");
    assertThat(credentials()).isEqualTo(once);
    assertThat(names()).hasSize(3);
  }

  @Test
  void undoesWithoutAConfiguration() throws Exception {
    repair("--write");

    CommandRun undo = undo();

    assertThat(undo.exitCode()).isZero();
    assertThat(undo.output()).contains("is as it was before the repair; the backup is gone.");
    assertThat(credentials()).isEqualTo(RECORD);
    assertThat(names()).containsExactly(".credentials.json", "mcp-hotfix.json");
  }

  @Test
  void undoesNothingThatItDidNotDo() {
    CommandRun undo = undo();

    assertThat(undo.exitCode()).isEqualTo(2);
    assertThat(undo.errors()).contains("nothing left to undo: no backup of a repair beside it");
  }

  @Test
  void undoesOnce() throws Exception {
    repair("--write");
    undo();

    CommandRun again = undo();

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.errors()).contains("nothing left to undo");
    assertThat(credentials()).isEqualTo(RECORD);
  }

  @Test
  void putsNoTokenBackThatAProbeHasUsedUp() throws Exception {
    String rotated = RECORD.replace("rt-hush", "rt-2-hush");
    Path backup =
        new FileReplacement(folder.resolve(".credentials.json"), Author.DOCTOR)
            .replace(RECORD.getBytes(UTF_8), rotated.getBytes(UTF_8));

    CommandRun without = undo();
    repair("--write");
    CommandRun once = undo();
    CommandRun twice = undo();

    assertThat(List.of(without.exitCode(), once.exitCode(), twice.exitCode()))
        .containsExactly(2, 0, 2);
    assertThat(twice.errors()).contains("nothing left to undo");
    assertThat(credentials()).isEqualTo(rotated);
    assertThat(backup).hasContent(RECORD);
  }

  @Test
  void answersAScript() {
    CommandRun run = repair("--json");

    assertThat(run.output())
        .contains("\"exitCode\" : 1", "\"written\" : false", "\"backup\" : null")
        .contains("\"client\" : \"Claude Code\"", "\"reason\" : \"record-patched\"")
        .contains("\"action\" : \"would heal record\"")
        .doesNotContain("hush");
  }

  @Test
  void asksForALookAtARecordThatItCannotPlace() throws Exception {
    Files.writeString(
        folder.resolve(".credentials.json"), RECORD.replace("mcp.example.com", "other.example"));

    CommandRun run = repair("--write");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("left alone", "reason=record-unmatched", "-> compare its name and url");
    assertThat(names()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"refreshToken\"|\"scope\"|no-refresh|log in again and ask for the scope offline_access",
        "\"accessToken\"|\"client_secret\"|other-issuer|log in again with the configured id",
        "\"accessToken\"|\"clientId\"|other-client|which is never replaced; if refreshes fail",
      })
  void saysWhatToDoNext(String name, String other, String reason, String advice) throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), RECORD.replace(name, other));

    CommandRun run = repair("--write");

    assertThat(run.output())
        .contains("reason=record-" + reason + System.lineSeparator() + "    -> ", advice);
    assertThat(repair("--json").output()).contains(advice);
  }

  @Test
  void saysNothingMoreOfARecordThatIsAsItShouldBe() throws Exception {
    repair("--write");

    assertThat(repair().output()).contains("reason=record-has-client").doesNotContain("->");
  }

  @Test
  void saysWhatToDoWithoutARecord() throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), "{\"mcpOAuth\": {}}");

    assertThat(repair().output()).contains("0 records", "-> log in once with the client");
  }

  @Test
  void countsWhatIsEqualAndShowsWhatIsNot() throws Exception {
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      others.append("\"other-%d\": {\"refreshToken\": \"rt-hush\"},%n".formatted(i));
    }
    Files.writeString(
        folder.resolve(".credentials.json"),
        RECORD.replace("\"mcpOAuth\": {", "\"mcpOAuth\": {" + others));

    CommandRun run = repair();

    assertThat(run.output())
        .contains(
            "1001 records", "/mcpOAuth/other-9 ", "would heal record  /mcpOAuth/example-server")
        .contains("  ... and 990 more, each with --json: left alone  reason=record-unmatched")
        .doesNotContain("/mcpOAuth/other-10");
    assertThat(run.output().lines().filter(line -> line.contains("->"))).hasSize(1);
    assertThat(repair("--json").output()).contains("/mcpOAuth/other-999");
  }

  @Test
  void showsAFewThatAreEqual() throws Exception {
    Files.writeString(
        folder.resolve(".credentials.json"),
        "{\"mcpOAuth\": {\"a\": {\"refreshToken\": \"rt\"}, \"b\": {\"refreshToken\": \"rt\"}}}");

    assertThat(repair().output()).contains("/mcpOAuth/a ", "/mcpOAuth/b ").doesNotContain("more");
  }

  @Test
  void endsNoAdviceWhereItBegan() throws Exception {
    Files.writeString(
        folder.resolve(".credentials.json"),
        RECORD.replaceAll("example-server(\\|[0-9a-f]*)?", "anything"));

    CommandRun first = repair();
    CommandRun told = repair("--server", "example-server", "--write");

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.output()).contains("its url is that of example-server", "say --server NAME");
    assertThat(told.exitCode()).isZero();
    assertThat(told.output()).contains("healed record  /mcpOAuth/anything");
  }

  @ParameterizedTest
  @ValueSource(strings = {"store.json", "0123456789abcdef0123456789abcdef_tokens.json"})
  void namesTheOptionsThatHelpARecordWithoutAUrl(String name) throws Exception {
    boolean remote = name.endsWith("_tokens.json");
    Files.writeString(
        folder.resolve(name),
        remote ? "{\"refresh_token\": \"rt\"}" : "{\"x\": {\"refreshToken\": \"rt\"}}");

    assertThat(run(name, "--write").output())
        .contains(remote ? "name its server by --server" : "by --pointer and --server");
  }

  @Test
  void saysWhatToWriteWhereItMakesNoFile() throws Exception {
    String hash = "94baabe3c3fadb285b26c035e4e86046";
    Files.writeString(
        folder.resolve(hash + "_tokens.json"),
        "{\"access_token\": \"at-hush\", \"refresh_token\": \"rt-hush\"}");

    CommandRun run = run(hash + "_tokens.json", "--write");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("--static-oauth-client-info", "{\"client_id\": \"my-static-client\"} to " + hash);
    assertThat(names()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1] 2",
        "{\"a\": 1, \"a\": 2}",
        "\"text\"",
        "not JSON rt-hush",
        "\u0000"
      })
  void leavesWhatItCannotReadAlone(String content) throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), content);

    CommandRun run = repair("--write");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("Nothing was changed").doesNotContain("hush");
    assertThat(run.output()).isEmpty();
    assertThat(credentials()).isEqualTo(content);
    assertThat(names()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"id\": 1}]", "[]", "{\"jobs\": {\"tokens\": {\"limit\": 5}}}"})
  void saysThatItDoesNotKnowAFile(String content) throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), content);

    CommandRun run = repair("--write");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains(
            "no credential records of a known client in it; point at one by repair --pointer");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void leavesAFileThatIsNestedWithoutEndAlone() throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), "[".repeat(100_000));

    assertThat(repair().errors()).contains("nested too deeply");
  }

  @Test
  void leavesAFileInAnotherEncodingAlone() throws Exception {
    Files.write(folder.resolve(".credentials.json"), new byte[] {'{', '"', (byte) 0xE9, '"'});

    assertThat(repair().errors()).contains("not UTF-8");
  }

  @Test
  void wantsToKnowTheConfiguration() {
    CommandRun run = CommandRun.of("repair", "--credentials", path(".credentials.json"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--config");
  }

  @Test
  void takesTheClientsOwnFile() throws Exception {
    Files.writeString(
        folder.resolve(".mcp.json"),
        CONFIG.replace("{ \"mcpServers\": {", "{\"x\": 1, \"mcpServers\": {"));

    CommandRun own = run(".credentials.json", "mcpConfig=" + path(".mcp.json"), "--write");
    CommandRun wrong = run(".credentials.json", path(".mcp.json"), "--write");

    assertThat(own.exitCode()).isZero();
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.errors()).contains("write --config mcpConfig=" + path(".mcp.json"));
  }

  @Test
  void namesTheServersThatThereAre() {
    CommandRun run = repair("--pointer", "/mcpOAuth", "--server", "exmple");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no configured server \"exmple\"", "one of example-server");
  }

  @Test
  void healsWhatAPointerNames() throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), "{\"a\": [{\"refreshToken\": \"rt\"}]}");

    CommandRun run =
        repair("--pointer", "/a/0", "--server", "example-server", "--property", "id", "--write");

    assertThat(run.exitCode()).isZero();
    assertThat(credentials())
        .isEqualTo("{\"a\": [{\"refreshToken\": \"rt\",\"id\": \"my-static-client\"}]}");
  }

  @Test
  void healsARecordWhoseTokenLiesBelowThePointer() throws Exception {
    String text = "{\"client_id\":\"\",\"token_response\":{\"refresh_token\":\"rt-hush\"}}";
    Files.writeString(folder.resolve(".credentials.json"), text);

    CommandRun run = repair("--pointer", "", "--server", "example-server", "--write");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("healed record  (the whole file)").doesNotContain("hush");
    assertThat(credentials()).isEqualTo(text.replace("\"\"", "\"my-static-client\""));
  }

  @Test
  void saysWhatIsBelowThePointerTwice() throws Exception {
    String two = RECORD.replace("\n    }\n", "\n    }, \"b\": {\"refreshToken\": \"rt-hush\"}\n");
    Files.writeString(folder.resolve(".credentials.json"), two);
    CommandRun several = repair("--pointer", "/mcpOAuth", "--server", "example-server");

    assertThat(several.exitCode()).isEqualTo(2);
    assertThat(several.errors())
        .contains("several refresh tokens", "/mcpOAuth/b; point at one")
        .doesNotContain("hush");
  }

  @Test
  void doesOneThingAtATime() {
    assertThat(repair("--write", "--undo").errors()).contains("only one of them");
  }

  @Test
  void printsWhatThePageShows() throws Exception {
    String output = repair().output().replace(path(".credentials.json"), ".credentials.json");

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

  private CommandRun undo() {
    return CommandRun.of("repair", "--credentials", path(".credentials.json"), "--undo");
  }

  private CommandRun repair(String... more) {
    return run(".credentials.json", path("mcp-hotfix.json"), more);
  }

  private CommandRun run(String name, String second, String... more) {
    boolean option = second.startsWith("--");
    Stream<String> start =
        Stream.of(
            "repair",
            "--credentials",
            path(name),
            "--config",
            option ? path("mcp-hotfix.json") : second);
    Stream<String> rest = option ? Stream.of(second) : Stream.of(more);
    return CommandRun.of(Stream.concat(start, rest).toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String credentials() throws IOException {
    return Files.readString(folder.resolve(".credentials.json"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
