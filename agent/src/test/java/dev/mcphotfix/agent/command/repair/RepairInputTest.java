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

/** Files and options that a repair is given, right and wrong. */
class RepairInputTest {

  @TempDir private Path folder;
  private RepairFolder files = new RepairFolder(Path.of(""));

  @BeforeEach
  void write() throws IOException {
    files = RepairFolder.in(folder);
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

    CommandRun run = files.repair("--write");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("Nothing was changed").doesNotContain("hush");
    assertThat(run.output()).isEmpty();
    assertThat(files.credentials()).isEqualTo(content);
    assertThat(files.names()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "oauth_creds_a:                  | YAML, and only JSON is changed; if it is goose's, write",
        "client_id = 'x'                 | TOML, and only JSON is changed; is this the right file?",
      })
  void saysWhatAFileIsThatIsNoJson(String content, String says) throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), content);

    CommandRun run = files.repair("--write");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("this is " + says, "Nothing was changed");
    assertThat(files.credentials()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"id\": 1}]", "[]", "{\"jobs\": {\"tokens\": {\"limit\": 5}}}"})
  void saysThatItDoesNotKnowAFile(String content) throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), content);

    CommandRun run = files.repair("--write");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains(
            "no credential records of a known client in it; point at one by repair --pointer");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void leavesAFileThatIsNestedWithoutEndAlone() throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), "[".repeat(100_000));

    assertThat(files.repair().errors()).contains("nested too deeply");
  }

  @Test
  void leavesAFileInAnotherEncodingAlone() throws Exception {
    Files.write(folder.resolve(".credentials.json"), new byte[] {'{', '"', (byte) 0xE9, '"'});

    assertThat(files.repair().errors()).contains("not UTF-8");
  }

  @Test
  void wantsToKnowTheConfiguration() {
    CommandRun run = CommandRun.of("repair", "--credentials", files.path(".credentials.json"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--config");
  }

  @Test
  void takesTheClientsOwnFile() throws Exception {
    Files.writeString(
        folder.resolve(".mcp.json"),
        RepairFolder.CONFIG.replace("{ \"mcpServers\": {", "{\"x\": 1, \"mcpServers\": {"));

    CommandRun own =
        files.run(".credentials.json", "mcpConfig=" + files.path(".mcp.json"), "--write");
    CommandRun wrong = files.run(".credentials.json", files.path(".mcp.json"), "--write");

    assertThat(own.exitCode()).isZero();
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.errors()).contains("write --config mcpConfig=" + files.path(".mcp.json"));
  }

  @Test
  void namesTheServersThatThereAre() {
    CommandRun run = files.repair("--pointer", "/mcpOAuth", "--server", "exmple");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no configured server \"exmple\"", "one of example-server");
  }

  @Test
  void healsWhatAPointerNames() throws Exception {
    Files.writeString(folder.resolve(".credentials.json"), "{\"a\": [{\"refreshToken\": \"rt\"}]}");

    CommandRun run =
        files.repair(
            "--pointer", "/a/0", "--server", "example-server", "--property", "id", "--write");

    assertThat(run.exitCode()).isZero();
    assertThat(files.credentials())
        .isEqualTo("{\"a\": [{\"refreshToken\": \"rt\",\"id\": \"my-static-client\"}]}");
  }

  @Test
  void healsARecordWhoseTokenLiesBelowThePointer() throws Exception {
    String text = "{\"client_id\":\"\",\"token_response\":{\"refresh_token\":\"rt-hush\"}}";
    Files.writeString(folder.resolve(".credentials.json"), text);

    CommandRun run = files.repair("--pointer", "", "--server", "example-server", "--write");

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("healed record  (the whole file)").doesNotContain("hush");
    assertThat(files.credentials()).isEqualTo(text.replace("\"\"", "\"my-static-client\""));
  }

  @Test
  void saysWhatIsBelowThePointerTwice() throws Exception {
    String two =
        RepairFolder.RECORD.replace(
            "\n    }\n", "\n    }, \"b\": {\"refreshToken\": \"rt-hush\"}\n");
    Files.writeString(folder.resolve(".credentials.json"), two);
    CommandRun several = files.repair("--pointer", "/mcpOAuth", "--server", "example-server");

    assertThat(several.exitCode()).isEqualTo(2);
    assertThat(several.errors())
        .contains("several refresh tokens", "/mcpOAuth/b; point at one")
        .doesNotContain("hush");
  }

  @Test
  void doesOneThingAtATime() {
    assertThat(files.repair("--write", "--undo").errors()).contains("only one of them");
    assertThat(files.repair("--property", "id", "--write").errors())
        .startsWith("--property is for the record at a --pointer; add that, or leave it out");
  }
}
