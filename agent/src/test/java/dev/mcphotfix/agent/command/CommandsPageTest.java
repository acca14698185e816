package dev.mcphotfix.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.attach.ListCommand;
import dev.mcphotfix.agent.command.attach.RunningJvms;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import dev.mcphotfix.agent.command.doctor.FakeTokenServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The page of commands shows what they really print. */
class CommandsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "commands.md");

  @TempDir private Path folder;

  @Test
  void hasAChapterForEachCommand() throws IOException {
    List<String> commands =
        HotfixCommand.commandLine().getSubcommands().keySet().stream()
            .filter(name -> !name.equals("help"))
            .toList();

    assertThat(commands).isNotEmpty();
    assertThat(Files.readAllLines(PAGE)).containsAll(commands.stream().map("## "::concat).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heal", "check", "doctor", "trace", "list", "attach", "status", "reload", "detach",
        "witness"
      })
  void showsTheHelpOf(String command) throws IOException {
    assertThat(Files.readString(PAGE)).contains(block(CommandRun.of(command, "--help").output()));
  }

  @Test
  void showsTheExitCodesOfAll() throws IOException {
    CommandLine line = HotfixCommand.commandLine();

    line.getCommandSpec()
        .usageMessage()
        .exitCodeList()
        .forEach(
            (code, meaning) ->
                assertThat(PAGE).content().contains("| `" + code + "` | " + meaning + " |"));
  }

  @Test
  void showsAList() throws IOException {
    List<ListCommand.Row> rows =
        List.of(
            new ListCommand.Row(
                RunningJvms.of(4711, "the-client.jar", "17.0.15", "mcp-core-2.1.0.jar"),
                "no",
                null),
            new ListCommand.Row(
                RunningJvms.of(980, "org.acme.assistant.Main", "25.0.3", "mcp-2.1.0.jar"),
                "observe",
                null),
            new ListCommand.Row(
                RunningJvms.of(1204, "org.acme.Quiet", "21.0.4"),
                "no",
                "1204 was started with -XX:+DisableAttachMechanism and lets nobody attach"));

    String shown = block(String.join("\n", ListCommand.lines(rows)));
    assertThat(Files.readString(PAGE)).contains(shown);
    assertThat(Files.readString(PAGE.resolveSibling("running-jvm.md"))).contains(shown);
  }

  @Test
  void showsAStatus() throws IOException {
    assertThat(Files.readString(PAGE)).contains(block(String.join("\n", RunningJvms.status())));
  }

  @Test
  void showsACheck() throws IOException {
    Path jar = folder.resolve("the-client.jar");
    client().zippedTo(jar);
    Path file =
        Files.writeString(
            folder.resolve("mcp-hotfix.json"),
            """
            { "mcpServers": { "example-server": {
                "url": "https://mcp.example.com/mcp",
                "oauth": { "clientId": "my-static-client" } } },
              "http": [ "jdk", "okhttp" ],
              "rules": [
                { "name": "save", "method": "com.acme.mcp.CredentialStore#save",
                  "patch": "credential", "target": "arg1", "server": "arg0" },
                { "name": "load", "method": "com.acme.mcp.CredentialStore#laod",
                  "patch": "credential", "target": "return", "server": "arg0" } ] }""");

    CommandRun run = CommandRun.of("check", file.toString(), "--classpath", jar.toString());

    assertThat(Files.readString(PAGE)).contains(block(relative(run.output())));
  }

  @Test
  void showsADoctor() throws IOException {
    try (FakeTokenServer server = new FakeTokenServer()) {
      server
          .answering(400, "{\"error\":\"invalid_request\"}")
          .answering(200, "{\"access_token\":\"a\",\"refresh_token\":\"refresh-2\"}");
      Path file =
          Files.writeString(
              folder.resolve("mcp-hotfix.json"),
              """
              { "discovery": "off", "mcpServers": { "example-server": {
                  "type": "http", "url": "https://mcp.example.com/mcp",
                  "oauth": { "clientId": "my-static-client", "tokenEndpoint": "%s" } } } }"""
                  .formatted(server.url()));
      Path credentials =
          Files.writeString(
              folder.resolve(".credentials.json"),
              """
              { "mcpOAuth": { "example-server|4282f2a9112820d2": {
                  "serverName": "example-server", "serverUrl": "https://mcp.example.com/mcp",
                  "accessToken": "access-1", "refreshToken": "refresh-1" } } }""");

      CommandRun run =
          CommandRun.of(
              "doctor",
              file.toString(),
              "--credentials",
              credentials.toString(),
              "--probe",
              "--yes",
              "--write");

      assertThat(Files.readString(PAGE))
          .contains(block(shown(run.output(), server)))
          .contains(block(shown(run.errors(), server)));
    }
  }

  private String shown(String output, FakeTokenServer server) {
    return relative(output)
        .replace(AgentFlag.ownJar(), "mcp-oauth-hotfix-agent.jar")
        .replace(server.url(), "https://idp.example.com/token");
  }

  private String relative(String output) {
    return output.replace(folder + File.separator, "");
  }

  private static String block(String output) {
    return "```text\n" + output.replace(System.lineSeparator(), "\n").stripTrailing() + "\n```";
  }

  private ApplicationFiles client() throws IOException {
    Path source = folder.resolve("CredentialStore.java");
    Files.writeString(
        source,
        """
        package com.acme.mcp;
        class CredentialStore {
          void save(String server, java.util.Map<String, String> credential) {}
          java.util.Map<String, String> load(String server) { return null; }
        }
        """);
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "--release", "17", "-d", folder.toString(), source.toString());
    String name = "com/acme/mcp/CredentialStore.class";
    return new ApplicationFiles().withFile(name, Files.readAllBytes(folder.resolve(name)));
  }
}
