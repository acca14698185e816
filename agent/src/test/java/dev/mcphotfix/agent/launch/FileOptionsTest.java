package dev.mcphotfix.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileOptionsTest {

  private static final String SERVER =
      """
      {"mcpServers": {"a": {"url": "https://mcp.example/mcp", "oauth": {"clientId": "c"}}}}
      """;

  @TempDir private Path folder;

  @AfterEach
  void forgetProperties() {
    System.clearProperty("mcphotfix.mode");
  }

  @Test
  void areReadBesideTheHostWhereTheFileNamesServersAlone() throws IOException {
    assertThat(FileOptions.canBeReadBeside(file(SERVER))).isTrue();
  }

  @Test
  void areReadBesideTheHostWhereTheFileIsTheHosts() throws IOException {
    String text = "{\"witness\": \"com.acme.Store#save\"}"; // All that is no server is passed over.

    assertThat(FileOptions.canBeReadBeside("mcpConfig=" + file(text))).isTrue();
    assertThat(FileOptions.canBeReadBeside("mcpConfig=nowhere.json")).isFalse();
  }

  @Test
  void areReadBesideTheHostAlsoWhereTheFileIsWrong() throws IOException {
    assertThat(FileOptions.canBeReadBeside(file("{"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rules\": [{\"method\": \"com.acme.Store#save\"}]}",
        "{\"rules\": [{\"method\": \"com.acme.Store\\u0023save\"}]}",
        "{\"relocated\": [\"com.acme.shaded\"]}",
        "{\"witness\": \"on\"}"
      })
  void areReadAtOnceWhereTheFileMayNameAClass(String text) throws IOException {
    assertThat(FileOptions.canBeReadBeside(file(text))).isFalse();
  }

  @Test
  void areReadAtOnceWhereTheFileIsLong() throws IOException {
    assertThat(FileOptions.canBeReadBeside(file(SERVER + " ".repeat(64 * 1024)))).isFalse();
  }

  @Test
  void areReadAtOnceWhereAPropertyAddsToThem() throws IOException {
    System.setProperty("mcphotfix.mode", "off");

    assertThat(FileOptions.canBeReadBeside(file(SERVER))).isFalse();
  }

  @Test
  void areReadAtOnceWhereThereIsMoreThanTheFile() throws IOException {
    assertThat(FileOptions.canBeReadBeside(file(SERVER) + ",mode=off")).isFalse();
    assertThat(FileOptions.canBeReadBeside("config=" + file(SERVER))).isFalse();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"nowhere.json", "."})
  void areReadAtOnceWhereThereIsNoFile(String arguments) {
    assertThat(FileOptions.canBeReadBeside(arguments)).isFalse();
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("mcp-hotfix.json"), text).toString();
  }
}
