package dev.mcphotfix.agent.command.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.Option;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class AgentOptionsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Option.class)
  void hasEachOptionOfTheAgent(Option option) {
    String name = option.key().replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT);

    assertThat(of("--" + name, "debug").text()).matches(option.key() + "=.*debug");
  }

  @Test
  void namesFilesByTheirAbsolutePaths() {
    assertThat(of("--config", "x/../mcp-hotfix.json", "--log", "json:log.json").text())
        .isEqualTo("config=" + absolute("mcp-hotfix.json") + ",log=json:" + absolute("log.json"));
  }

  @Test
  void writesACommaInAPathSoThatTheAgentReadsIt() throws Exception {
    Path file =
        Files.writeString(
            Files.createDirectory(folder.resolve("a, b")).resolve("mcp hotfix.json"),
            """
            { "mcpServers": { "s": { "url": "https://mcp.example.com/mcp",
                                     "oauth": { "clientId": "c" } } } }\
            """);

    AgentOptions options = of("--config", file.toString());

    assertThat(options.text()).contains("a\\, b");
    assertThat(options.read(Map.of()).servers()).hasSize(1);
  }

  @Test
  void leavesOutWhatIsNotGiven() {
    assertThat(of().text()).isEmpty();
    assertThat(of("--log", "stderr", "--mode", "observe").text())
        .isEqualTo("mode=observe,log=stderr");
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThatThrownBy(
            () -> of("--mcp-config", folder.resolve("no.json").toString()).read(Map.of()))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("no.json: no such file");
  }

  @Test
  void saysThatAFolderIsOne() {
    assertThatThrownBy(() -> of("--config", folder.toString()).read(Map.of()))
        .isInstanceOf(UnusableInputException.class)
        .hasMessage(folder + ": a directory; name the file in it");
  }

  /** For the agent will read it, in the client's JVM. */
  @Test
  void takesNoToml() throws Exception {
    Path file = Files.writeString(folder.resolve("config.toml"), "[mcp_servers.a]");

    assertThatThrownBy(() -> of("--mcp-config", file.toString()).read(Map.of()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(
            "this is TOML, which the agent does not read; the command check mcpConfig=" + file);
  }

  @Test
  void startsAtTheHomeFolderAsOnWindows() {
    String home = System.getProperty("user.home");

    assertThat(of("--log", "file:~\\a.log").text()).isEqualTo("log=file:" + Path.of(home, "a.log"));
    assertThat(of("--config", "~/a.json").text()).isEqualTo("config=" + Path.of(home, "a.json"));
  }

  @Test
  void tellsWhatIsWrongInTheWordsOfTheCommand() {
    assertThatThrownBy(() -> of("--mode", "foo", "--client-id", "a").read(Map.of()))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            invalid ->
                assertThat(invalid.problems())
                    .containsExactly(
                        "--client-id: for which server? give --url, --token-endpoint or --server"
                            + " too",
                        "--mode: unknown value \"foo\"; expected one of enforce, observe, off"));
    assertThatThrownBy(() -> of("--witness", "--for", "soon").text())
        .hasMessage("--for: expected a time such as 30s or 10m, found \"soon\"");
  }

  @Test
  void saysHowToGiveAServerInTheWordsOfTheCommand() {
    assertThat(of("--mode", "observe").remedy(Map.of()))
        .isEqualTo(
            "name the client's own file by --mcp-config FILE, the agent's by --config FILE, or the"
                + " server by --client-id ID --url URL");
    assertThat(of("--mcp-config", "/a.json").remedy(Map.of()))
        .isEqualTo(
            "give the id of a server in "
                + absolute("/a.json")
                + " by --client-id ID --server NAME, or another server by --client-id ID --url"
                + " URL");
  }

  @Test
  void switchesTheWitnessOnWhateverStandsBehindIt() {
    assertThat(of("--witness").text()).isEqualTo("witness=on");
    assertThat(of("--witness", "--mode", "off").text()).isEqualTo("mode=off,witness=on");
    assertThat(of("--witness=off").text()).isEqualTo("witness=off");
    assertThat(of("--witness", "4711").text()).isEqualTo("witness=on");
    assertThat(of("--trace", "--mode", "off").text()).isEqualTo("mode=off,trace=on");
    assertThat(of("--trace", "off").text()).isEqualTo("trace=off");
  }

  @Test
  void limitsTheWitness() {
    assertThat(of("--witness", "--for", "10m").text()).isEqualTo("witness=10m");
    assertThatThrownBy(() -> of("--for", "10m").text())
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("--witness");
    assertThatThrownBy(() -> of("--witness", "--for", "ever").text())
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("--for: expected a time such as 30s or 10m, found");
  }

  private static String absolute(String name) {
    return Path.of(name).toAbsolutePath().toString();
  }

  private static AgentOptions of(String... arguments) {
    Sample sample = new Sample();
    new CommandLine(sample).parseArgs(arguments);
    return sample.options;
  }

  @Command
  private static final class Sample {
    @CommandLine.Parameters(arity = "0..1")
    private String pid = "";

    @CommandLine.Mixin private final AgentOptions options = new AgentOptions();
  }
}
