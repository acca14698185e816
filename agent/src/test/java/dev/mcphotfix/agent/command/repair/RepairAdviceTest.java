package dev.mcphotfix.agent.command.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person can do next about a record. */
class RepairAdviceTest {

  @TempDir private Path folder;
  private RepairFolder files = new RepairFolder(Path.of(""));

  @BeforeEach
  void write() throws IOException {
    files = RepairFolder.in(folder);
  }

  @Test
  void asksForALookAtARecordThatItCannotPlace() throws Exception {
    Files.writeString(
        folder.resolve(".credentials.json"),
        RepairFolder.RECORD.replace("mcp.example.com", "other.example"));

    CommandRun run = files.repair("--write");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("left alone", "reason=record-unmatched", "-> compare its name and url");
    assertThat(files.names()).hasSize(2);
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
    Files.writeString(
        folder.resolve(".credentials.json"), RepairFolder.RECORD.replace(name, other));

    CommandRun run = files.repair("--write");

    assertThat(run.output())
        .contains("reason=record-" + reason + System.lineSeparator() + "    -> ", advice);
    assertThat(files.repair("--json").output()).contains(advice);
  }

  @Test
  void saysNothingMoreOfARecordThatIsAsItShouldBe() throws Exception {
    files.repair("--write");

    assertThat(files.repair().output()).contains("reason=record-has-client").doesNotContain("->");
  }

  @Test
  void saysWhatToDoWithoutARecord() throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), "{\"mcpOAuth\": {}}");

    assertThat(files.repair().output()).contains("0 records", "-> log in once with the client");
  }

  @Test
  void countsWhatIsEqualAndShowsWhatIsNot() throws Exception {
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      others.append("\"other-%d\": {\"refreshToken\": \"rt-hush\"},%n".formatted(i));
    }
    Files.writeString(
        folder.resolve(".credentials.json"),
        RepairFolder.RECORD.replace("\"mcpOAuth\": {", "\"mcpOAuth\": {" + others));

    CommandRun run = files.repair();

    assertThat(run.output())
        .contains(
            "1001 records", "/mcpOAuth/other-9 ", "would heal record  /mcpOAuth/example-server")
        .contains("  ... and 990 more, each with --json: left alone  reason=record-unmatched")
        .doesNotContain("/mcpOAuth/other-10");
    assertThat(run.output().lines().filter(line -> line.contains("->"))).hasSize(1);
    assertThat(files.repair("--json").output()).contains("/mcpOAuth/other-999");
  }

  @Test
  void showsAFewThatAreEqual() throws Exception {
    Files.writeString(
        folder.resolve(".credentials.json"),
        "{\"mcpOAuth\": {\"a\": {\"refreshToken\": \"rt\"}, \"b\": {\"refreshToken\": \"rt\"}}}");

    assertThat(files.repair().output())
        .contains("/mcpOAuth/a ", "/mcpOAuth/b ")
        .doesNotContain("more");
  }

  @Test
  void endsNoAdviceWhereItBegan() throws Exception {
    Files.writeString(
        folder.resolve(".credentials.json"),
        RepairFolder.RECORD.replaceAll("example-server(\\|[0-9a-f]*)?", "anything"));

    CommandRun first = files.repair();
    CommandRun told = files.repair("--server", "example-server", "--write");

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.output())
        .contains("its url is that of example-server", "say --server example-server");
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

    assertThat(files.run(name, "--write").output())
        .contains(remote ? "name its server by --server" : "by --pointer and --server");
  }

  @Test
  void saysWhatToWriteWhereItMakesNoFile() throws Exception {
    String hash = "94baabe3c3fadb285b26c035e4e86046";
    Files.writeString(
        folder.resolve(hash + "_tokens.json"),
        "{\"access_token\": \"at-hush\", \"refresh_token\": \"rt-hush\"}");

    CommandRun run = files.run(hash + "_tokens.json", "--write");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("--static-oauth-client-info", "{\"client_id\": \"my-static-client\"} to " + hash);
    assertThat(files.names()).hasSize(3);
  }

  /** Told once for all that are alike, and each can be told from the others. */
  @Test
  void healsAllRecordsOfOneUrlInOneRun() throws Exception {
    String record =
        "{\"serverUrl\": \"https://mcp.example.com/mcp\", \"refreshToken\": \"rt-hush\"}";
    String other = record.replace("mcp.example", "other.example");
    Files.writeString(
        folder.resolve(".credentials.json"),
        "{\"mcpOAuth\": {\"a\": %s, \"b|1111111111111111\": %s, \"c\": %s}}"
            .formatted(record, record, other));

    CommandRun without = files.repair();
    CommandRun run = files.repair("--server", "example-server", "--write");

    assertThat(without.output().lines().filter(line -> line.contains("say --server"))).hasSize(1);
    assertThat(run.output())
        .contains("healed record  /mcpOAuth/a ", "healed record  /mcpOAuth/b|1111111111111111 ")
        .contains("left alone  /mcpOAuth/c ");
    assertThat(files.credentials().split("my-static-client", -1)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "our-company-wide-server-for-jira, our-company-wide-server-for-jira",
    "Production.Tools-of-2.Our-Company, Production.Tools-of-2.Our-Company",
    "15037dcd1ef8f84273a34ac51d8cc53e, 1503***",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0, eyJh***",
    "rt-0123456789abcdefghijklmnopqrstu, rt-0***",
  })
  void showsARecordsKeyUnlessItMayBeAToken(String key, String shown) throws Exception {
    Files.writeString(
        folder.resolve(".credentials.json"),
        "{\"mcpOAuth\": {\"%s\": {\"refreshToken\": \"rt\"}}}".formatted(key));

    assertThat(files.repair().output()).contains("left alone  /mcpOAuth/" + shown + "  ");
  }

  @Test
  void saysWhereTheIdBelongsThatOneOfTwoFilesLacks() throws Exception {
    Files.writeString(folder.resolve("4f2a.tokens.json"), "{\"refreshToken\": \"rt-hush\"}");

    CommandRun run = files.run("4f2a.tokens.json", "--server", "example-server");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("log in again, or write {\"clientId\": \"my-static-client\"} to 4f2a.json");
  }

  /** The page says the same, in the row of the reason. */
  @ParameterizedTest
  @CsvSource({
    "\"refreshToken\", \"scope\", record-no-refresh",
    "\"accessToken\", \"client_secret\", record-other-issuer",
  })
  void saysWhatThePageOfDecisionsSays(String name, String other, String reason) throws Exception {
    Files.writeString(
        folder.resolve(".credentials.json"), RepairFolder.RECORD.replace(name, other));

    String advice =
        files.repair().output().lines().filter(line -> line.contains("-> ")).findFirst().orElse("");

    assertThat(Files.readAllLines(Path.of("../docs/decisions.md")))
        .filteredOn(line -> line.startsWith("| `" + reason + "`"))
        .singleElement()
        .asString()
        .endsWith("| " + advice.strip().substring("-> ".length()) + " |");
  }
}
