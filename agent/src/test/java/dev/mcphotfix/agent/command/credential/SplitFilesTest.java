package dev.mcphotfix.agent.command.credential;

import static dev.mcphotfix.agent.command.repair.CredentialFolder.ID;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.SNAKE;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.TOKENS;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.URL;
import static dev.mcphotfix.agent.command.repair.CredentialFolder.server;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.repair.CredentialFolder;
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

/** Clients that keep the registration and the tokens in two files. */
class SplitFilesTest {

  /** MD5 of the url. */
  private static final String HASH = "94baabe3c3fadb285b26c035e4e86046";

  /** The beginning of the MD5 of {@code example-server_default}. */
  private static final String MCPO = "154fd8e48c9b";

  @TempDir private Path temporary;
  private CredentialFolder folder = CredentialFolder.of(Path.of(""));

  @BeforeEach
  void open() {
    folder = CredentialFolder.of(temporary);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"client_name\":\"MCPO\",\"client_id\":null,\"client_secret\":null}",
        "{\"client_id\":\"\",\"redirect_uris\":[\"http://localhost:3030/callback\"]}",
      })
  void healsMcpoInTheFileBesideTheTokens(String client) {
    folder.write(MCPO + "_tokens.json", '{' + SNAKE + '}');
    folder.write(MCPO + "_client.json", client);

    assertThat(healed(MCPO + "_tokens.json"))
        .isEqualTo(
            "mcpo "
                + client.replaceFirst("\"client_id\":(null|\"\")", "\"client_id\":\"" + ID + "\""));
    assertThat(healed(MCPO + "_client.json")).contains(ID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "154fd8e48c9b|{\"client_id\":\"x\"}|other-client",
        "154fd8e48c9b|{\"client_secret\":\"s\"}|other-issuer",
        "0123456789ab|{\"client_id\":null}|unmatched",
      })
  void leavesMcposOthersAlone(String hash, String client, String reason) {
    folder.write(hash + "_tokens.json", '{' + SNAKE + '}');
    folder.write(hash + "_client.json", client);

    assertThat(folder.heal(folder.open(hash + "_tokens.json")))
        .containsExactly(" record-" + reason);
  }

  @Test
  void believesThePersonWhoNamesTheServerOfTwoFiles() {
    String hash = "0123456789ab";
    folder.write(hash + "_tokens.json", '{' + SNAKE + '}');
    folder.write(hash + "_client.json", "{}");

    CredentialFile file =
        folder.open(hash + "_tokens.json", new CredentialFile.Search(null, "example-server", null));

    assertThat(folder.heal(file)).containsExactly(" record-patched");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "4f2a|{\"serverUrl\":\"https://mcp.example.com/mcp\",\"clientId\":\"\",\"isStatic\":true}",
        "c0ffee|{\"serverUrl\":\"https://mcp.example.com/mcp/\",\"clientId\":null,\"clientSecret\":null}",
      })
  void healsCopilotCliInTheRegistration(String hash, String registration) {
    folder.write(hash + ".tokens.json", '{' + TOKENS + ",\"expiresAt\":1756700000}");
    folder.write(hash + ".json", registration);

    assertThat(healed(hash + ".tokens.json"))
        .isEqualTo(
            "copilot-cli "
                + registration.replaceFirst(
                    "\"clientId\":(null|\"\")", "\"clientId\":\"" + ID + "\""));
    assertThat(healed(hash + ".json")).contains(ID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"serverUrl\":\"https://mcp.example.com/mcp\",\"clientId\":\"x\",\"isStatic\":false}|other-client",
        "{\"serverUrl\":\"https://other.example/mcp\",\"clientId\":\"\"}|unmatched",
        "{\"serverUrl\":\"https://mcp.example.com/mcp\",\"clientId\":\"my-static-client\"}|has-client",
      })
  void leavesCopilotClisOthersAlone(String registration, String reason) {
    folder.write("4f2a.tokens.json", '{' + TOKENS + '}');
    folder.write("4f2a.json", registration);

    assertThat(folder.heal(folder.open("4f2a.json"))).containsExactly(" record-" + reason);
  }

  @Test
  void takesNoOtherFileForOneOfCopilotCli() {
    folder.write("store.json", "{\"example-server\":{" + TOKENS + "}}");

    assertThat(folder.open("store.json").shape()).isEqualTo("records by name");
  }

  /** Whose file it is, and what the registration would hold. */
  private String healed(String name) {
    CredentialFile file = folder.open(name);
    folder.heal(file);
    return file.shape() + ' ' + new String(Objects.requireNonNull(file.document()).bytes(), UTF_8);
  }
}
