package dev.mcphotfix.agent.command.credential;

import static dev.mcphotfix.agent.command.repair.CredentialFolder.ID;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.SNAKE;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.TOKENS;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.URL;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.server;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.command.repair.CredentialFolder;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each client keeps its records, and what it calls the id. */
class ShapeTest {

  @TempDir private Path temporary;
  private CredentialFolder folder = CredentialFolder.of(Path.of(""));

  @BeforeEach
  void open() {
    folder = CredentialFolder.of(temporary);
  }

  @Test
  void healsClaudeCodeBelowItsOwnSectionOnly() throws Exception {
    String text =
        """
        {
          "claudeAiOauth": { %s, "expiresAt": 1 },
          "mcpOAuth": {
            "example-server|4282f2a9112820d2": {
              "serverName": "example-server",
              "serverUrl": "%s",
              %s,
              "expiresAt": 1782424027389
            }
          },
          "mcpOAuthClientConfig": { "example-server|4282f2a9112820d2": {} }
        }
        """
            .formatted(TOKENS, URL, TOKENS);

    String healed = folder.healed(".credentials.json", text);

    assertThat(healed)
        .isEqualTo(
            text.replace(
                "1782424027389\n", "1782424027389,\n      \"clientId\": \"" + ID + "\"\n"));
    assertThat(folder.open(".credentials.json").shape()).isEqualTo("Claude Code");
  }

  @Test
  void healsThePluginsOfClaudeCodeWhoseUrlIsTheServers() throws Exception {
    folder.write(".credentials.json", plugins("plugin:legal:example-server", URL));

    assertThat(folder.heal(folder.open(".credentials.json")))
        .containsExactly(
            "/mcpOAuth/plugin:legal:example-server|1111111111111111 record-patched",
            "/mcpOAuth/plugin:legal:example-server record-patched");
  }

  @ParameterizedTest
  @CsvSource({
    "plugin:legal:example-server, https://other.example/mcp",
    "plugin:legal:other, https://mcp.example.com/mcp",
    "plugin:example-server, https://mcp.example.com/mcp",
    "other, https://mcp.example.com/mcp",
  })
  void leavesThePluginsOfAnotherServerAlone(String name, String url) throws Exception {
    folder.write(".credentials.json", plugins(name, url));

    assertThat(folder.heal(folder.open(".credentials.json")))
        .allMatch(reason -> reason.endsWith(" record-unmatched"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "plugin:legal:other, https://mcp.example.com/mcp, record-patched",
    "other, https://mcp.example.com/mcp/, record-patched",
    "example-server, https://other.example/mcp, record-unmatched",
  })
  void believesThePersonWhoNamesAServerWhereTheUrlIsItsOwn(String name, String url, String reason)
      throws Exception {
    folder.write(".credentials.json", plugins(name, url));

    CredentialFile file =
        folder.open(".credentials.json", new CredentialFile.Search(null, "example-server", null));

    assertThat(folder.heal(file)).allMatch(each -> each.endsWith(' ' + reason)).hasSize(2);
  }

  @Test
  void takesNoRecordFromTheServerThatItIsOf() throws Exception {
    folder =
        new CredentialFolder(
            temporary,
            List.of(
                server("example-server", URL, Map.of()),
                new ServerConfiguration(
                    new StaticClient("second", URL, "second-id", null, null),
                    "http",
                    Map.of(),
                    Origin.DEFAULT)));
    folder.write(".credentials.json", plugins("second", URL));

    CredentialFile file =
        folder.open(".credentials.json", new CredentialFile.Search(null, "example-server", null));

    folder.heal(file);
    assertThat(new String(Objects.requireNonNull(file.document()).bytes(), UTF_8))
        .contains("second-id")
        .doesNotContain(ID);
  }

  /** Two records of one name and url, one of them under a key. */
  private static String plugins(String name, String url) {
    String record =
        "{\"serverName\": \"%s\", \"serverUrl\": \"%s\", %s}".formatted(name, url, TOKENS);
    return "{\"mcpOAuth\": {\"%s|1111111111111111\": %s, \"%s\": %s}}"
        .formatted(name, record, name, record);
  }

  @Test
  void findsNoRecordInAClaudeCodeFileWithoutServers() throws Exception {
    folder.write(".credentials.json", "{\"claudeAiOauth\": {" + TOKENS + "}}");

    CredentialFile file = folder.open(".credentials.json");

    assertThat(file.records()).isEmpty();
    assertThat(file.shape()).isEqualTo("Claude Code");
  }

  @Test
  void healsCodexWithAnUnderscore() throws Exception {
    String entry = "{\"example-server|0123456789abcdef\": {\"server_name\": \"example-server\", ";
    String text = entry + "\"server_url\": \"" + URL + "\", " + SNAKE + "}}";

    String healed = folder.healed(".credentials.json", text);

    assertThat(healed).isEqualTo(text.replace("}}", ", \"client_id\": \"" + ID + "\"}}"));
    assertThat(folder.open(".credentials.json").shape()).isEqualTo("Codex");
  }

  @Test
  void callsNoOtherFileThatOfCodex() throws Exception {
    String text = "{\"example-server\": {" + SNAKE + "}}";

    String healed = folder.healed("store.json", text);

    assertThat(healed).isEqualTo(text.replace("}}", ", \"client_id\": \"" + ID + "\"}}"));
    assertThat(folder.open("store.json").shape()).isEqualTo("records by name");
  }

  @Test
  void healsRecordsByNameAsARuleWould() throws Exception {
    String healed = folder.healed("store.json", "{\"example-server\":{" + TOKENS + "}}");

    assertThat(healed)
        .isEqualTo("{\"example-server\":{" + TOKENS + ", \"clientId\": \"" + ID + "\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\": 1}",
        "{\"a\": {\"b\": \"c\"}}",
        "[]",
        "[1, \"x\", {\"serverName\": \"example-server\"}]",
        "[{\"serverName\": \"example-server\", \"token\": {\"id\": \"t\"}}]",
        "[{\"name\": \"example-server\", \"token\": {\"accessToken\": \"at\"}}]",
        "{\"a\": {\"tokens\": {\"count\": 3}, \"clientInfo\": {\"name\": \"x\"}}}",
        "{\"a\": {\"clientInfo\": {\"clientId\": \"x\"}}}",
      })
  void refusesAFileOfNoKnownShape(String text) {
    folder.write("any.json", text);

    assertThatThrownBy(() -> folder.open("any.json"))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("no credential records of a known client in it; point at one");
  }
}
