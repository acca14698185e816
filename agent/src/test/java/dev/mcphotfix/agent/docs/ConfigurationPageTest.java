package dev.mcphotfix.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.Option;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say about the configuration is what the agent does with it. */
class ConfigurationPageTest {

  private static final String FILE = "mcp-hotfix.json";
  private static final String HOST_FILE =
      """
      {"mcpServers": {"example-server": {"type": "http", "url": "https://mcp.example.com/mcp",
        "oauth": {"clientId": "my-static-client"}}}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeTheHostsFile() throws IOException {
    Files.writeString(folder.resolve(".mcp.json"), HOST_FILE);
  }

  @Test
  void namesEveryOptionAsTheAgentDoes() {
    List<List<String>> options =
        Arrays.stream(Option.values())
            .map(
                option ->
                    List.of(
                        option.key(),
                        option.property(),
                        option.environment(),
                        option.defaultValue() == null ? "" : option.defaultValue()))
            .toList();

    List<List<String>> rows = page().rows("option").stream().map(row -> row.subList(0, 4)).toList();

    assertThat(rows).containsExactlyInAnyOrderElementsOf(options);
  }

  @ParameterizedTest
  @MethodSource("examplesOfFiles")
  void showsFilesThatTheAgentAccepts(String json) throws Exception {
    Files.writeString(folder.resolve(FILE), json);

    HotfixConfiguration configuration = read(folder.resolve(FILE).toString());

    assertThat(configuration.servers()).isNotEmpty();
    assertThat(configuration.warnings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examplesOfArguments")
  void showsAgentArgumentsThatTheAgentAccepts(String argument) throws IOException {
    Files.writeString(folder.resolve(FILE), HOST_FILE);
    String here = argument.replaceFirst("(^|=)([^,=:\\s]*\\.json)", "$1" + folder + "/$2");

    assertThatCode(() -> read(here)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("examplesOfErrors")
  void showsWhatTheAgentSaysAboutAnError(List<String> row) throws IOException {
    String given = row.get(0);
    boolean file = given.startsWith("{");
    Files.writeString(folder.resolve(FILE), file ? given : "{}");

    InvalidConfigurationException refused =
        catchThrowableOfType(
            InvalidConfigurationException.class,
            () -> read(file ? folder.resolve(FILE).toString() : given));

    assertThat(refused).isNotNull();
    assertThat(refused.problems())
        .extracting(problem -> problem.replace(folder + "/", ""))
        .containsExactly(row.get(1));
  }

  private HotfixConfiguration read(String argument) throws InvalidConfigurationException {
    Properties properties = new Properties();
    properties.setProperty("user.home", folder.toString());
    return ConfigurationReader.read(argument, properties, Map.of(), BuiltInHooks.names());
  }

  private static Document page() {
    return Document.read("docs/configuration.md");
  }

  private static List<String> examplesOfFiles() {
    return Stream.of("README.md", "docs/configuration.md", "docs/troubleshooting.md")
        .flatMap(name -> Document.read(name).blocks("json").stream())
        .toList();
  }

  /** The text behind {@code -javaagent:JAR=} in every command that is shown. */
  private static List<String> examplesOfArguments() {
    String flag = "-javaagent:mcp-oauth-hotfix-agent.jar=";
    return Document.all().stream()
        .flatMap(document -> document.blocks("sh").stream())
        .flatMap(String::lines)
        .filter(line -> line.contains(flag))
        .map(line -> line.substring(line.indexOf(flag) + flag.length()).split("[ '\"]", 2)[0])
        .toList();
  }

  private static List<List<String>> examplesOfErrors() {
    return page().rows("given");
  }
}
