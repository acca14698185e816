package dev.mcphotfix.agent.command.credential;

import static dev.mcphotfix.agent.command.repair.CredentialFolder.ID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.command.repair.CredentialFolder;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that a person points at. */
class PointedRecordTest {

  @TempDir private Path temporary;
  private CredentialFolder folder = CredentialFolder.of(Path.of(""));

  @BeforeEach
  void open() {
    folder = CredentialFolder.of(temporary);
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
}
