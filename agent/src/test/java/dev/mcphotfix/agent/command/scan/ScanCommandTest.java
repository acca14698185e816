package dev.mcphotfix.agent.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ScanCommandTest {

  /** A client that saves and loads; the classes are those of this test. */
  private static final String CLIENT = "dev/mcphotfix/agent/command/scanned";

  @TempDir private Path folder;

  @Test
  void printsAFileThatTheAgentReads() throws Exception {
    Files.writeString(
        folder.resolve(".mcp.json"),
        "{\"mcpServers\": {\"a\": {\"url\": \"https://a.example.com\", \"oauth\": {\"clientId\":"
            + " \"mine\"}}}}");

    CommandRun run = CommandRun.of("scan", client(), "--mcp-config", ".mcp.json");

    HotfixConfiguration configuration = read(run.output());
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(configuration.rules())
        .extracting(RuleConfiguration::name)
        .containsExactly("save", "load");
    assertThat(configuration.rules().get(0).point().signature())
        .isEqualTo("dev.mcphotfix.agent.command.scanned.Vault#save");
    assertThat(configuration.servers()).singleElement().extracting("name").isEqualTo("a");
  }

  @Test
  void printsAFileWithoutServersUntilTheyAreFilledIn() throws Exception {
    CommandRun run = CommandRun.of("scan", client());

    assertThat(run.output()).contains("// \"mcpConfig\": [\".mcp.json\"],");
    assertThat(read(run.output()).servers()).isEmpty();
    assertThat(run.errors())
        .contains(
            "The file names no server yet: fill them in, or have scan do it by --config FILE");
  }

  @Test
  void saysNothingOfServersThatAreFilledIn() throws Exception {
    Path servers =
        Files.writeString(
            folder.resolve(".mcp.json"),
            "{\"mcpServers\": {\"a\": {\"url\": \"https://a.example.com\","
                + " \"oauth\": {\"clientId\": \"mine\"}}}}");

    for (String option : new String[] {"--config", "--mcp-config"}) {
      assertThat(CommandRun.of("scan", client(), option, servers.toString()).errors())
          .doesNotContain("names no server");
    }
  }

  /** As a shell leaves it before the command begins. */
  @Test
  void saysWhyItsOwnOutputNamesNoServer() throws Exception {
    Path output = Files.writeString(folder.resolve("mcp-hotfix.json"), "");

    CommandRun run = CommandRun.of("scan", client(), "--config", output.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("mcp-hotfix.json: empty", "the shell has emptied it: name another file");
  }

  @Test
  void printsAFileThatSwitchesTheHooksOffWhereTheyAreNotWanted() throws Exception {
    CommandRun run = CommandRun.of("scan", "--without-hooks", client());

    assertThat(read(run.output()).http().value()).isEmpty();
    assertThat(read(CommandRun.of("scan", client()).output()).http().value()).isNotEmpty();
  }

  @Test
  void fillsInTheServersAndChecksTheFile() throws Exception {
    Path servers =
        Files.writeString(
            folder.resolve(".mcp.json"),
            "{\"mcpServers\": {\"a\": {\"url\": \"https://a.example.com\","
                + " \"oauth\": {\"clientId\": \"mine\"}}}}");

    CommandRun run = CommandRun.of("scan", client(), "--config", "mcpConfig=" + servers);

    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(read(run.output()).servers())
        .singleElement()
        .satisfies(
            server -> {
              assertThat(server.name()).isEqualTo("a");
              assertThat(server.client().clientId()).isEqualTo("mine");
              assertThat(server.client().serverUrl()).isEqualTo("https://a.example.com");
            });
    assertThat(run.errors())
        .contains("save: dev.mcphotfix.agent.command.scanned.Vault#save")
        .contains("(mcp-hotfix.json:")
        .contains("1 server, 2 rules, 0 problems");
  }

  @Test
  void refusesAConfigurationWithoutServers() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.json"), "{}");

    CommandRun run = CommandRun.of("scan", client(), "--config", empty.toString());
    CommandRun both = CommandRun.of("scan", client(), "--config", "x=y", "--mcp-config", "z");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no server with an id");
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.errors()).contains("name the servers twice; give one");
  }

  /** So that the output is a file as it is. */
  @Test
  void printsNothingBehindTheFile() {
    CommandRun run = CommandRun.of("scan", client());

    assertThat(run.output().strip()).startsWith("{").endsWith("}");
    assertThat(run.errors()).contains("makes a refresh request");
  }

  @Test
  void printsDataForScripts() throws Exception {
    CommandRun run = CommandRun.of("scan", "--json", client());

    JsonNode data = new ObjectMapper().readTree(run.output());
    JsonNode save = data.path("save").path(0);
    assertThat(data.path("classes").asInt()).isEqualTo(2);
    assertThat(save.path("proposed").asBoolean()).isTrue();
    assertThat(save.path("score").asInt()).isPositive();
    assertThat(save.path("rule").path("target").asString()).isEqualTo("arg1");
    assertThat(save.path("why").path(0).asString()).startsWith("takes a Credential");
  }

  @Test
  void readsOnAfterAProblemAndSaysSoByItsExitCode() {
    CommandRun run = CommandRun.of("scan", client(), folder.resolve("no.jar").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).contains("no.jar: no such file or folder");
    assertThat(run.output()).contains("Vault#save");
  }

  @Test
  void refusesWhatHasNoClassAtAll() {
    CommandRun run = CommandRun.of("scan", folder.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no class file was found; name the application's jar");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void saysWhereThereIsNothingToPropose() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Files.copy(Path.of(client()).resolve("Credential.class"), empty.resolve("Credential.class"));

    CommandRun run = CommandRun.of("scan", empty.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("// Nothing was found that a rule would help.");
    assertThat(read(run.output()).rules()).isEmpty();
  }

  @Test
  void showsNoBarWhereThereIsNoTerminal() {
    CommandRun run = CommandRun.of("scan", client());

    assertThat(run.errors()).startsWith("Nothing was found that makes").doesNotContain("[#");
  }

  @Test
  void drawsABarAndRemovesIt() {
    StringWriter terminal = new StringWriter();
    ProgressBar bar = new ProgressBar(new PrintWriter(terminal));

    bar.reached(1, 2);
    bar.reached(1, 2);
    bar.reached(2, 2);

    assertThat(terminal.toString())
        .isEqualTo(
            "\r [" + "#".repeat(20) + " ".repeat(20) + "] 50%" + "\r" + " ".repeat(48) + "\r");
  }

  private String client() {
    return Path.of("target", "test-classes", CLIENT).toString();
  }

  private HotfixConfiguration read(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("mcp-hotfix.json"), text);
    return ConfigurationReader.read(
        "config=" + file, new Properties(), Map.of(), BuiltInHooks.names());
  }
}
