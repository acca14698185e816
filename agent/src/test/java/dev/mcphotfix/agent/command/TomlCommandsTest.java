package dev.mcphotfix.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of a client's file that the agent cannot read. */
class TomlCommandsTest {

  private static final String SERVERS =
      """
      [mcp_servers.example]
      url = "https://mcp.example.com/mcp"
      oauth = { client_id = "my-static-client", token_endpoint = "https://idp.example.com/token" }

      [mcp_servers.second]
      url = "https://second.example.com/mcp"
      oauth.client_id = "second-client"
      """;

  /** A client that saves and loads. */
  private static final String CLIENT =
      Path.of("target/test-classes/dev/mcphotfix/agent/command/scanned").toString();

  @TempDir private Path folder;
  private String toml = "";

  @BeforeEach
  void write() throws IOException {
    toml = Files.writeString(folder.resolve("config.toml"), SERVERS).toString();
  }

  @Test
  void checkPrintsTheFileThatTheAgentReads() throws IOException {
    CommandRun check = CommandRun.of("check", "mcpConfig=" + toml);

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.output())
        .contains("server example=clientId:my-static-client", "(" + toml + ":3)")
        .contains("problem  " + toml + ": TOML, which the agent does not read")
        .endsWith("2 servers, 0 rules, 1 problem" + System.lineSeparator());
    CommandRun json = CommandRun.of("check", written(check.output()));
    assertThat(json.exitCode()).isZero();
    assertThat(json.output())
        .contains("url:https://mcp.example.com/mcp tokenEndpoint:https://idp.example.com/token")
        .contains("server second=clientId:second-client url:https://second.example.com/mcp");
  }

  @Test
  void checkShowsNoKeyInAUrl() throws IOException {
    Files.writeString(
        folder.resolve("config.toml"),
        SERVERS.replace("com/mcp", "com/mcp/sk-4f9aK2hush?key=hush"));

    assertThat(CommandRun.of("check", toml).output())
        .contains("scan --mcp-config " + toml + " JAR prints one")
        .doesNotContain("hush");
  }

  @Test
  void checkSaysNoSuchThingOfJson() throws IOException {
    String json = written(CommandRun.of("check", toml).output());

    assertThat(CommandRun.of("check", "mcpConfig=" + json).output()).doesNotContain("TOML");
  }

  @Test
  void takesTheFileForTheClientsOwnWhereverAConfigurationIsAskedFor() {
    assertThat(CommandRun.of("check", toml).output())
        .isEqualTo(CommandRun.of("check", "mcpConfig=" + toml).output());
  }

  @Test
  void repairHealsARecordOfCodex() throws IOException {
    String record =
        """
        {"example|a1b2c3d4e5f60718": {"server_name": "example", "client_id": "",
          "server_url": "https://mcp.example.com/mcp", "refresh_token": "rt-hush"}}
        """;
    Path credentials = Files.writeString(folder.resolve(".credentials.json"), record);

    CommandRun run =
        CommandRun.of("repair", "--credentials", credentials + "", "--config", toml, "--write");

    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(credentials).hasContent(record.replace("\"\"", "\"my-static-client\""));
  }

  @Test
  void doctorNamesAFileForTheAgentAndWhatIsInIt() throws IOException {
    Path credentials =
        Files.writeString(
            folder.resolve("c.json"),
            "{\"second\": {\"refreshToken\": \"rt\", \"accessToken\": \"at\"}}");
    Files.writeString(
        folder.resolve("hotfix.json"), "{\"discovery\": \"off\", \"mcpConfig\": \"config.toml\"}");

    CommandRun run =
        CommandRun.of(
            "doctor", folder.resolve("hotfix.json") + "", "--credentials", credentials + "");

    assertThat(run.output())
        .contains("note     config.toml: TOML, which the agent does not read")
        .contains("give it a file mcp-hotfix.json with { \"mcpServers\": {")
        .containsPattern("-javaagent:.*=.*mcp-hotfix\\.json");
  }

  @Test
  void scanFillsInTheServers() throws IOException {
    CommandRun run = CommandRun.of("scan", CLIENT, "--mcp-config", toml);

    Path file = Files.writeString(folder.resolve("mcp-hotfix.json"), run.output());
    CommandRun check = CommandRun.of("check", file.toString());
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(check.output()).contains("server example=", "server second=", "rule save=");
    assertThat(check.exitCode()).isZero();
  }

  @Test
  void healWritesAFileThatTheAgentReads() {
    String output = folder.resolve("mcp-hotfix.json").toString();

    CommandRun run = CommandRun.of("heal", CLIENT, "--mcp-config", toml, "--output", output);

    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("example, client id my-static-client");
    assertThat(CommandRun.of("check", output).exitCode()).isZero();
  }

  /** The file that a check proposes, as if somebody had done so. */
  private String written(String output) throws IOException {
    String advice = "give it a file mcp-hotfix.json with ";
    String line = output.lines().filter(each -> each.contains(advice)).findFirst().orElse("");
    return Files.writeString(
            folder.resolve("written.json"), line.substring(line.indexOf(advice) + advice.length()))
        .toString();
  }
}
