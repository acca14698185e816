package dev.mcphotfix.agent.command.attach.heal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealCommandTest {

  @TempDir private Path folder;

  @Test
  void writesTheFileForAJarAndSaysHowTheClientIsStarted() throws IOException {
    Path output = folder.resolve("mcp-hotfix.json");

    CommandRun run =
        CommandRun.of(
            "heal", jar().toString(), "--mcp-config", servers(), "--output", output.toString());

    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .contains("1. The client's configuration", "example-server, client id my-static-client")
        .contains("$ scan --mcp-config ", "written: " + output)
        .contains("no method needs a rule; the built-in hooks see what the client sends")
        .contains(AgentFlag.ofFile(output.toFile()).text());
    assertThat(CommandRun.of("check", output.toString()).exitCode()).isZero();
  }

  @Test
  void showsACommandSoThatAShellTakesItAsItIs() throws IOException {
    Path jar = Files.move(jar(), folder.resolve("client(1).jar"));
    String output = folder.resolve("a.json").toString();

    CommandRun run =
        CommandRun.of("heal", jar.toString(), "--mcp-config", servers(), "--output", output);

    assertThat(run.output()).contains("$ scan --mcp-config " + servers() + " \"" + jar + "\"");
  }

  @Test
  void writesOverNoFile() throws IOException {
    Path output = Files.writeString(folder.resolve("mcp-hotfix.json"), "mine");

    CommandRun run =
        CommandRun.of(
            "heal", jar().toString(), "--mcp-config", servers(), "--output", output.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("is there already and is not overwritten; name another")
        .contains("use it: start the client with " + AgentFlag.ofFile(output.toFile()).text());
    assertThat(CommandRun.of("heal", "4711", "--output", output.toString()).errors())
        .contains("use it: attach 4711 --config " + output);
    assertThat(CommandRun.of("heal", "nobody.jar", "--output", output.toString()).errors())
        .startsWith("nobody.jar: neither a process id nor a file that is there");
    assertThat(output).hasContent("mine");
  }

  @Test
  void writesNothingWhereNoServerHasAnId() throws IOException {
    Path servers = Files.writeString(folder.resolve("servers.json"), "{ \"mcpServers\": {} }");
    Path output = folder.resolve("mcp-hotfix.json");

    CommandRun run =
        CommandRun.of(
            "heal",
            jar().toString(),
            "--mcp-config",
            servers.toString(),
            "--output",
            output.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).startsWith(servers + ": no server with an oauth.clientId in it; add");
    assertThat(output).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 --for soon --yes  | --for: expected a time such as 30s or 10m, found \"soon\"",
        "12 --mcp-config none | none: no such file; correct --mcp-config",
        "nobody.jar           | nobody.jar: neither a process id nor a file that is there;",
        "12                   | heal asks before it heals, and there is no terminal to ask at; add",
      })
  void saysInALineWhatIsWrongWithItsWords(String words, String problem) {
    CommandRun run = CommandRun.of(("heal " + words).split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).startsWith(problem).hasLineCount(1);
  }

  @Test
  void touchesNoProcessThatIsNotThere() {
    CommandRun run = CommandRun.of("heal", Long.toString(Long.MAX_VALUE / 10), "--yes");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("there is no process");
  }

  private String servers() throws IOException {
    String text =
        """
        { "mcpServers": { "example-server": { "url": "https://mcp.example.com/mcp",
            "oauth": { "clientId": "my-static-client" } } } }
        """;
    return Files.writeString(folder.resolve("servers.json"), text).toString();
  }

  /** With a class that has nothing to do with credentials. */
  private Path jar() throws IOException {
    String name = HealCommandTest.class.getName().replace('.', '/') + ".class";
    Path jar = folder.resolve("the-client.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream type =
            Objects.requireNonNull(
                HealCommandTest.class.getClassLoader().getResourceAsStream(name))) {
      out.putNextEntry(new JarEntry(name));
      type.transferTo(out);
    }
    return jar;
  }
}
