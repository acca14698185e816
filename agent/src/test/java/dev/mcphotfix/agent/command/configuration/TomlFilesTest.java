package dev.mcphotfix.agent.command.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.json.InputFile;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.json.Problems;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Codex keeps its servers in a {@code config.toml}. */
class TomlFilesTest {

  private static final String URL = "https://mcp.example.com/mcp";
  private static final String ID = "my-static-client";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void findsUrlAndIdAndTheLineOfTheId(String shape, String toml, int line) throws Exception {
    assertThat(read(toml).servers())
        .as(shape)
        .extracting(
            ServerConfiguration::name,
            server -> server.client().serverUrl(),
            server -> server.client().clientId(),
            server -> server.origin().text())
        .containsExactly(tuple("example", URL, ID, folder.resolve("config.toml") + ":" + line));
  }

  static Stream<Arguments> shapes() {
    String tables =
        """
        # Codex
        model = "gpt-5"

        [mcp_servers.example]
        url = "%s"
        [mcp_servers.example.oauth]
        client_id = "%s" # registered
        """
            .formatted(URL, ID);
    String arguments =
        """
        [mcp_servers.example]
        command = "npx"
        args = ["-y", "mcp-remote", "%s", # the url
          "--static-oauth-client-info",
          '{"client_id":"%s"}',
        ]
        """
            .formatted(URL, ID);
    String others =
        """
        notify = ["a", 'b', \"""many
        lines\"""]
        when = 1979-05-27T07:32:00Z
        [[list]]
        url = 1
        [list.sub]
        [[list]]
        url.x = { y = 2.5 }
        [list.sub]
        [projects."/home/me/a b"]
        trust_level = "trusted"
        """;
    return Stream.of(
        Arguments.of("tables", tables, 7),
        Arguments.of("CRLF", tables.replace("\n", "\r\n"), 7),
        Arguments.of("a byte order mark", '\uFEFF' + tables, 7),
        Arguments.of("the id first", tables.replaceAll("(?s)(\\[.*?)(\\[.*)", "$2$1"), 5),
        Arguments.of("quoted names", tables.replace("servers.example", "servers.\"example\""), 7),
        Arguments.of("literal strings", tables.replace('"', '\''), 7),
        Arguments.of("an escape", tables.replace("my-", "m\\u0079-"), 7),
        Arguments.of("the client's words", tables.replace("client_id", "clientId"), 7),
        Arguments.of("others before it", others + tables, 18),
        Arguments.of("others behind it", tables + others, 7),
        Arguments.of(
            "an inline table",
            "[mcp_servers]\nexample = {url = '%s', oauth = { client_id = '%s' }}"
                .formatted(URL, ID),
            2),
        Arguments.of(
            "dotted keys",
            "[mcp_servers]\nexample.url = '%s'\n\nexample.oauth.client_id = '%s'"
                .formatted(URL, ID),
            4),
        Arguments.of(
            "dotted keys from the top on",
            "mcp_servers.example.url = '%s'\n mcp_servers . example . client_id = '%s'"
                .formatted(URL, ID),
            2),
        Arguments.of("mcp-remote", arguments, 3),
        Arguments.of(
            "mcp-remote, quoted twice",
            arguments.replace(
                "'{\"client_id\":\"" + ID + "\"}'", "\"{\\\"client_id\\\":\\\"" + ID + "\\\"}\""),
            3));
  }

  @Test
  void namesWhatItPassedOverAndWhy() throws Exception {
    String toml =
        """
        [mcp_servers.local]
        command = "npx"
        [mcp_servers.open]
        url = "https://open.example.com"
        [mcp_servers.odd]
        """;

    assertThat(read(toml).warnings())
        .singleElement()
        .asString()
        .endsWith(
            "config.toml: mcp_servers was read; no oauth.clientId in any of its servers: open;"
                + " passed over: local (no url, but command), odd (no url)");
  }

  @Test
  void leavesOutAServerThatIsWrongAndNamesItsLine() throws Exception {
    String toml = "[mcp_servers.a]\nurl = 'nonsense'\noauth.client_id = 'x'";

    assertThat(read(toml).warnings().get(0))
        .contains("config.toml:2: mcp_servers.a.url: expected an absolute http or https url");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = 1\\nb = \\nc = 2             | 2",
        "a = 1\\n[b\\nc = 2               | 2",
        "\\n\\n  a = \"hush\\nb = 1       | 3",
        "a = [1,\\n 2\\n\\nb = 3          | 1",
        "a = 1\\nb = '''hush\\n\\n        | 2",
        "a = \"\\q\"                      | 1",
        "a = 1\\nhush                     | 2",
        "a = tru                          | 1",
        "a = 1\\n= 2                      | 2",
        "a = 99999999999999999999         | 1",
        "a = 1 b = 2                      | 1",
      })
  void saysAtWhichLineToLook(String toml, int line) throws Exception {
    assertThat(problem(toml.strip().replace("\\n", "\n")))
        .endsWith(
            "config.toml:"
                + line
                + ": not valid TOML; look for a missing quote, bracket or \"=\" in what begins"
                + " here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = 1\\na = 2                    | :2: a: given twice, at line 1 too; remove one",
        "[a]\\nb = 1\\n[a]                | :3: a: given twice, at line 1 too; remove one",
        "a.b = 1\\n[a.b]                  | :2: a.b: given twice, at line 1 too; remove one",
        "a = 1\\na.b = 2                  | :2: a: given twice, at line 1 too; remove one",
        "[a]\\n[[a]]                      | :2: a: given twice, at line 1 too; remove one",
      })
  void saysWhatIsGivenTwice(String toml, String problem) throws Exception {
    assertThat(problem(toml.strip().replace("\\n", "\n"))).endsWith("config.toml" + problem);
  }

  @Test
  void refusesWhatIsNestedWithoutEnd() throws Exception {
    assertThat(problem("a = " + "[".repeat(100_000)))
        .endsWith(":1: nested too deeply; is this the right file?");
  }

  @Test
  void leavesJsonToTheReaderOfJson() throws Exception {
    TomlFiles toml = new TomlFiles();
    Path file = Files.writeString(folder.resolve(".mcp.json"), "{ \"mcpServers\": {} }");

    assertThat(toml.read(new InputFile(".mcp.json", file.toFile()), new Problems())).isNull();
    assertThat(toml.names()).isEmpty();
    assertThat(TomlFiles.isToml(file.toFile())).isFalse();
    assertThat(TomlFiles.isToml(folder.toFile())).isFalse();
  }

  @Test
  void knowsTheFileByItsNameWhereItsFirstLineDoesNotTell() throws IOException {
    Path file = Files.writeString(folder.resolve("config.toml"), "'a' = 1");
    Path other = Files.writeString(folder.resolve("config"), "[mcp_servers.a]");

    assertThat(TomlFiles.isToml(file.toFile())).isTrue();
    assertThat(TomlFiles.isToml(other.toFile())).isTrue();
  }

  private HotfixConfiguration read(String toml) throws Exception {
    Path file = Files.writeString(folder.resolve("config.toml"), toml);
    return ConfigurationArgument.read("mcpConfig=" + file);
  }

  private String problem(String toml) throws Exception {
    return catchThrowableOfType(InvalidConfigurationException.class, () -> read(toml))
        .problems()
        .get(0);
  }
}
