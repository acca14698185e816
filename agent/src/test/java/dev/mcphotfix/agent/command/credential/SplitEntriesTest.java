package dev.mcphotfix.agent.command.credential;

import static dev.mcphotfix.agent.command.repair.CredentialFolder.ID;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.SNAKE;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.TOKENS;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.command.file.Author;
import dev.mcphotfix.agent.command.repair.CredentialFolder;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that keep the registration and the tokens in two objects of one entry. */
class SplitEntriesTest {

  @TempDir private Path temporary;
  private CredentialFolder folder = CredentialFolder.of(Path.of(""));

  @BeforeEach
  void open() {
    folder = CredentialFolder.of(temporary);
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
  void knowsOpencodesFileBeforeTheLogin() throws Exception {
    String entry =
        "{\"serverUrl\": \"" + URL + "\", \"clientInfo\": {\"clientId\": \"" + ID + "\"}}";
    folder.write("mcp-auth.json", "{\"example-server\": " + entry + '}');

    CredentialFile file = folder.open("mcp-auth.json");

    assertThat(file.shape()).isEqualTo("opencode");
    assertThat(folder.heal(file)).containsExactly("/example-server record-has-client");
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
      quoteCharacter = '`',
      value = {
        "15037dcd1ef8f84273a34ac51d8cc53e|\"client_info\":{\"client_id\":\"\",\"redirect_uris\":[]}"
            + "|\"client_info\":{\"client_id\":\"my-static-client\",\"redirect_uris\":[]}",
        "15037dcd1ef8f84273a34ac51d8cc53e|\"tokens_saved_at\":1756700000000"
            + "|\"tokens_saved_at\":1756700000000,\"client_info\":{\"client_id\":\"my-static-client\"}",
      })
  void healsClineInTheSecretOfItsServers(String hash, String before, String after)
      throws Exception {
    String entry = "{\"%s\":{\"tokens\":{%s},%s}}";
    String secrets = "{\"apiKey\": \"k\",\n \"mcpOAuthSecrets\": %s}\n";
    String text = secrets.formatted(quoted(entry.formatted(hash, SNAKE, before)));
    folder.write("secrets.json", text);

    CredentialFile file = folder.open("secrets.json");
    folder.heal(file);
    file.write(Author.REPAIR);

    assertThat(file.shape()).isEqualTo("Cline");
    assertThat(temporary.resolve("secrets.json"))
        .hasContent(secrets.formatted(quoted(entry.formatted(hash, SNAKE, after))).strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "15037dcd1ef8f84273a34ac51d8cc53e|{\"client_id\":\"x\",\"client_secret\":\"s\"}|other-client",
        "15037dcd1ef8f84273a34ac51d8cc53e|{\"client_secret\":\"s\"}|other-issuer",
        "94baabe3c3fadb285b26c035e4e86046|{\"client_id\":\"\"}|unmatched",
      })
  void leavesClinesOthersAlone(String hash, String client, String reason) {
    folder.write(
        "secrets.json",
        "{\"%s\":{\"tokens\":{%s},\"client_info\":%s}}".formatted(hash, SNAKE, client));

    assertThat(folder.heal(folder.open("secrets.json")))
        .containsExactly('/' + hash + " record-" + reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":1,\"oauth_creds_example-server\":{\"client_id\":\"\",\"token_response\":{%s}}}",
        "{\"oauth_creds_example-server\":{\"client_id\":\"\",\"token_response\":{%s},"
            + "\"granted_scopes\":[],\"token_received_at\":1756700000}}",
      })
  void healsGooseBesideTheTokenResponse(String text) {
    String before = text.formatted(SNAKE);

    assertThat(folder.healed("secrets.json", before))
        .isEqualTo(before.replace("\"\"", '"' + ID + '"'));
    assertThat(folder.open("secrets.json").shape()).isEqualTo("goose");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "oauth_creds_example-server|{\"client_id\":\"goose\",\"token_response\":{%s}}|other-client",
        "oauth_creds_other|{\"client_id\":\"\",\"token_response\":{%s}}|unmatched",
      })
  void leavesGoosesOthersAlone(String name, String entry, String reason) {
    folder.write("secrets.json", "{\"" + name + "\":" + entry.formatted(SNAKE) + '}');

    assertThat(folder.heal(folder.open("secrets.json")))
        .containsExactly('/' + name + " record-" + reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"tokens\":{\"access_token\":\"at\"},\"client_info\":{}}}",
        "{\"a\":{\"client_id\":\"\",\"token_response\":{\"refresh_token\":\"rt\"}}}",
        "{\"mcpOAuthSecrets\":\"{}\"}",
      })
  void takesNoOtherFileForOneOfThese(String text) {
    folder.write("secrets.json", text);

    assertThatThrownBy(() -> folder.open("secrets.json"))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("no credential records of a known client in it");
  }

  private static String quoted(String json) {
    return '"' + json.replace("\"", "\\\"") + '"';
  }
}
