package dev.mcphotfix.agent.command.credential;

import static dev.mcphotfix.agent.command.repair.CredentialFolder.ID;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each client keeps its records, and what it calls the id. */
class ShapeTest {

  private static final String TOKENS = "\"accessToken\": \"at\", \"refreshToken\": \"rt\"";
  private static final String SNAKE = "\"access_token\": \"at\", \"refresh_token\": \"rt\"";

  /** MD5 of the url. */
  private static final String HASH = "94baabe3c3fadb285b26c035e4e86046";

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

  @ParameterizedTest
  @CsvSource({
    "'', record-patched",
    "', \"serverName\": \"other\"', record-patched",
    "', \"serverUrl\": \"https://mcp.example.com/mcp\"', record-patched",
    "', \"serverUrl\": \"https://other.example\"', record-unmatched",
  })
  void believesThePersonWhoPointsUnlessTheUrlIsAnothers(String more, String reason)
      throws Exception {
    folder.write("any.json", "{\"a\": {\"refreshToken\": \"rt\"" + more + "}}");

    CredentialFile file =
        folder.open("any.json", new CredentialFile.Search("/a", "example-server", null));

    assertThat(folder.heal(file)).containsExactly("/a " + reason);
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
  void healsGeminiCliBesideTheToken() throws Exception {
    String text =
        "[{\"serverName\":\"other\",\"token\":{%s}},{\"serverName\":\"example-server\",\"token\":{%s},\"mcpServerUrl\":\"%s\"}]"
            .formatted(TOKENS, TOKENS, URL);

    String healed = folder.healed("mcp-oauth-tokens.json", text);

    assertThat(healed).isEqualTo(text.replace("\"}]", "\",\"clientId\":\"" + ID + "\"}]"));
    assertThat(folder.heal(folder.open("mcp-oauth-tokens.json")))
        .containsExactly("/0 record-unmatched", "/1 record-patched");
  }

  @Test
  void believesTheUrlOfGeminiCli() throws Exception {
    folder.write(
        "tokens.json",
        "[{\"serverName\":\"example-server\",\"mcpServerUrl\":\"https://other.example\",\"token\":{"
            + TOKENS
            + "}}]");

    assertThat(folder.heal(folder.open("tokens.json"))).containsExactly("/0 record-unmatched");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                   | , \"clientInfo\": {\"clientId\": \"my-static-client\"}",
        "'\"clientInfo\": null, ' | '\"clientInfo\": {\"clientId\": \"my-static-client\"}, '",
        "'\"clientInfo\": {}, '   | '\"clientInfo\": {\"clientId\":\"my-static-client\"}, '",
        "'\"clientInfo\": {\"clientId\": \"\"}, '"
            + " | '\"clientInfo\": {\"clientId\": \"my-static-client\"}, '"
      })
  void healsOpencodeInTheClient(String before, String after) throws Exception {
    String start = "{\"example-server\": {";
    String rest = "\"tokens\": {" + TOKENS + "}, \"serverUrl\": \"" + URL + '"';

    String healed = folder.healed("mcp-auth.json", start + before + rest + "}}");

    assertThat(healed)
        .isEqualTo(before.isEmpty() ? start + rest + after + "}}" : start + after + rest + "}}");
    assertThat(folder.open("mcp-auth.json").shape()).isEqualTo("opencode");
  }

  @Test
  void leavesADynamicClientOfOpencodeAlone() throws Exception {
    folder.write(
        "mcp-auth.json",
        "{\"example-server\": {\"tokens\": {"
            + TOKENS
            + "}, \"clientInfo\": {\"clientIdIssuedAt\": 1}}}");

    assertThat(folder.heal(folder.open("mcp-auth.json")))
        .containsExactly("/example-server record-other-issuer");
  }

  @Test
  void healsMcpRemoteInTheFileBesideTheTokens() throws Exception {
    folder.write(HASH + "_tokens.json", '{' + SNAKE + '}');
    folder.write(HASH + "_client_info.json", "{\n  \"client_name\": \"x\"\n}");

    CredentialFile file = folder.open(HASH + "_tokens.json");

    assertThat(folder.heal(file)).containsExactly(" record-patched");
    assertThat(file.path()).hasFileName(HASH + "_client_info.json");
    assertThat(new String(Objects.requireNonNull(file.document()).bytes(), UTF_8))
        .isEqualTo("{\n  \"client_name\": \"x\",\n  \"client_id\": \"" + ID + "\"\n}");
  }

  @Test
  void makesNoClientFileForMcpRemote() throws Exception {
    folder.write(HASH + "_tokens.json", '{' + SNAKE + '}');

    CredentialFile file = folder.open(HASH + "_tokens.json");

    assertThat(folder.heal(file)).containsExactly(" record-no-slot");
    assertThat(file.changed()).isFalse();
  }

  @Test
  void tellsMcpRemotesServersApartByTheirHeaders() throws Exception {
    folder =
        new CredentialFolder(
            temporary,
            List.of(
                server("example-server", URL, Map.of()),
                server("with-headers", URL, Map.of("B", "2", "A", "1"))));
    String hash = "afc1eaa870a0f5cf69a69b21e5bc7968";
    folder.write(hash + "_tokens.json", '{' + SNAKE + '}');
    folder.write(hash + "_client_info.json", "{}");

    assertThat(folder.heal(folder.open(hash + "_client_info.json")))
        .containsExactly(" record-patched");
  }

  @Test
  void leavesMcpRemotesFilesOfAnotherUrlAlone() throws Exception {
    String hash = "0".repeat(32);
    folder.write(hash + "_tokens.json", '{' + SNAKE + '}');
    folder.write(hash + "_client_info.json", "{}");

    assertThat(folder.heal(folder.open(hash + "_tokens.json")))
        .containsExactly(" record-unmatched");
  }

  @Test
  void callsNoOtherFileThatOfCodex() throws Exception {
    String text = "{\"example-server\": {" + SNAKE + "}}";

    String healed = folder.healed("store.json", text);

    assertThat(healed).isEqualTo(text.replace("}}", ", \"client_id\": \"" + ID + "\"}}"));
    assertThat(folder.open("store.json").shape()).isEqualTo("records by name");
  }

  @Test
  void knowsOpencodesFileBeforeTheLogin() throws Exception {
    String entry =
        "{\"serverUrl\": \"" + URL + "\", \"clientInfo\": {\"clientId\": \"" + ID + "\"}}";
    folder.write("mcp-auth.json", "{\"example-server\": " + entry + '}');

    CredentialFile file = folder.open("mcp-auth.json");

    assertThat(file.shape()).isEqualTo("opencode");
    assertThat(folder.heal(file)).containsExactly("/example-server record-has-client");
  }

  @Test
  void healsRecordsByNameAsARuleWould() throws Exception {
    String healed = folder.healed("store.json", "{\"example-server\":{" + TOKENS + "}}");

    assertThat(healed)
        .isEqualTo("{\"example-server\":{" + TOKENS + ", \"clientId\": \"" + ID + "\"}}");
  }

  @Test
  void healsWhatThePointerNames() throws Exception {
    folder.write("any.json", "{\"a/b\": [1, {\"client\": {}, \"refreshToken\": \"rt\"}]}");

    CredentialFile file =
        folder.open(
            "any.json", new CredentialFile.Search("/a~1b/1", "example-server", "client.id"));

    assertThat(folder.heal(file)).containsExactly("/a~1b/1 record-patched");
    assertThat(new String(Objects.requireNonNull(file.document()).bytes(), UTF_8))
        .isEqualTo(
            "{\"a/b\": [1, {\"client\": {\"id\":\"" + ID + "\"}, \"refreshToken\": \"rt\"}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"client_id\":\"\",\"token_response\":{\"refresh_token\":\"rt\"}}"
            + "|{\"client_id\":\"my-static-client\",\"token_response\":{\"refresh_token\":\"rt\"}}",
        "{\"client_info\":{\"client_id\":null},\"auth\":{\"tokens\":{\"refresh_token\":\"rt\"}}}"
            + "|{\"client_info\":{\"client_id\":\"my-static-client\"},\"auth\":{\"tokens\":{\"refresh_token\":\"rt\"}}}",
        "{\"tokens\":{\"refreshToken\":\"rt\",\"clientId\":\"\",\"old\":{\"refreshToken\":\"rt\"}}}"
            + "|{\"tokens\":{\"refreshToken\":\"rt\",\"clientId\":\"my-static-client\",\"old\":{\"refreshToken\":\"rt\"}}}",
        "{\"refresh_token\":\"rt\"}|{\"refresh_token\":\"rt\",\"client_id\":\"my-static-client\"}",
        "{\"refreshToken\":\"rt\"}|{\"refreshToken\":\"rt\",\"clientId\":\"my-static-client\"}",
      })
  void looksBelowThePointerForTheTokenAndTheId(String before, String after) {
    assertThat(pointedAt(before, null)).isEqualTo("/a record-patched " + after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client_info.client_id|{}|{\"client_id\":\"my-static-client\"}",
        "t.clientId|\"rt\"|\"rt\",\"clientId\":\"my-static-client\"",
        "client_id|\"\"|\"my-static-client\"",
      })
  void putsTheIdWhereThePropertySays(String property, String before, String after) {
    String text = "{\"client_info\":{},\"client_id\":\"\",\"t\":{\"refresh_token\":\"rt\"}}";

    assertThat(pointedAt(text, property))
        .isEqualTo("/a record-patched " + text.replace(before, after));
  }

  @Test
  void makesNothingOnTheWayThatThePropertySays() {
    String text = "{\"client_id\":\"\",\"t\":{\"refresh_token\":\"rt\"}}";

    assertThat(pointedAt(text, "other.client_id")).isEqualTo("/a record-no-slot " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"client_id\":\"\",\"t\":{\"refresh_token\":\"rt\",\"client_id\":\"x\"}}|other-client",
        "{\"c\":{\"clientId\":\"my-static-client\"},\"t\":{\"refreshToken\":\"rt\"}}|has-client",
        "{\"client_id\":\"\",\"t\":{\"access_token\":\"at\"}}|no-refresh",
        "{\"client_id\":\"\",\"all\":[{\"refresh_token\":\"rt\"}]}|no-refresh",
        "{\"c\":{\"client_id\":\"\",\"client_secret\":\"s\"},\"t\":{\"refresh_token\":\"rt\"}}|other-issuer",
      })
  void leavesWhatItFindsBelowThePointerAlone(String text, String reason) {
    assertThat(pointedAt(text, null)).isEqualTo("/a record-" + reason + ' ' + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"x\":{\"refresh_token\":\"rt\"},\"y\":{\"t\":{\"refresh_token\":\"rt\"}}}"
            + "|several refresh tokens below the pointer \"/a\": /a/x, /a/y/t; point at one record",
        "{\"client_id\":\"\",\"c\":{\"clientId\":null},\"t\":{\"refresh_token\":\"rt\"}}"
            + "|say which by --property, one of client_id, c.clientId",
        "{\"b\":{\"t\":{\"refresh_token\":\"rt\"}}}"
            + "|the token is in /a/b/t: point there, or use --property",
      })
  void asksWhereItWouldHaveToGuess(String text, String message) {
    assertThatThrownBy(() -> pointedAt(text, null))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining(message);
  }

  /** What is done with the record, and what it is then. */
  private String pointedAt(String record, @Nullable String property) {
    folder.write("any.json", "{\"a\":" + record + '}');
    CredentialFile file =
        folder.open("any.json", new CredentialFile.Search("/a", "example-server", property));
    String reason = folder.heal(file).get(0);
    String whole = new String(Objects.requireNonNull(file.document()).bytes(), UTF_8);
    return reason + ' ' + whole.substring(5, whole.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/b", "/a/2", "/a/01", "/a/-", "/a/0", "a", "/a/x"})
  void refusesAPointerToNoObject(String pointer) {
    folder.write("any.json", "{\"a\": [1, {}]}");

    assertThatThrownBy(
            () -> folder.open("any.json", new CredentialFile.Search(pointer, null, null)))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("no JSON object at the pointer");
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
