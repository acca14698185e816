package dev.mcphotfix.agent.command.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentFlagTest {

  @TempDir private Path folder;

  @Test
  void namesAFileByItsAbsolutePath() {
    AgentFlag flag = AgentFlag.ofFile(new File("./mcp-hotfix.json"));

    assertThat(flag.options()).isEqualTo(Path.of("mcp-hotfix.json").toAbsolutePath().toString());
    assertThat(flag.text()).contains("-javaagent:" + AgentFlag.ownJar() + '=' + flag.options());
  }

  @Test
  void namesAnyFileSoThatTheAgentReadsIt() {
    assertThat(AgentFlag.ofFile(new File("/a=b/c,d.json")).options())
        .isEqualTo("config=" + new File("/a=b/c,d.json").getAbsolutePath().replace(",", "\\,"));
  }

  @Test
  void givesFilesInOptionsTheirAbsolutePath() throws IOException {
    Path file = Files.createFile(folder.resolve("a.json"));
    Path detour = folder.resolve("sub").resolve("..").resolve("a.json");
    Files.createDirectories(folder.resolve("sub"));

    assertThat(AgentFlag.ofOptions("mcpConfig=" + detour + ",clientId=x").options())
        .isEqualTo("mcpConfig=" + file.toAbsolutePath() + ",clientId=x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url=https://mcp.example.com/mcp,clientId=x",
        "mcpConfig=not-there.json",
        "log=file:a.log,clientId=a\\,b",
      })
  void leavesOtherOptionsAsTheyAre(String options) {
    assertThat(AgentFlag.ofOptions(options).options()).isEqualTo(options);
  }

  @Test
  void isOneWordForAShell() {
    assertThat(new AgentFlag("/a b/agent.jar", "c.json").text())
        .isEqualTo("\"-javaagent:/a b/agent.jar=c.json\"");
    assertThat(new AgentFlag("C:\\a\\agent.jar", "c.json").text())
        .isEqualTo("\"-javaagent:C:\\a\\agent.jar=c.json\"");
    assertThat(new AgentFlag("/a/agent.jar", "a\\,b.json").text())
        .isEqualTo("\"-javaagent:/a/agent.jar=a\\,b.json\"");
    assertThat(new AgentFlag("/a/agent.jar", "c.json,mode=off").text())
        .isEqualTo("-javaagent:/a/agent.jar=c.json,mode=off");
  }

  @Test
  void isAJarOnAShareOfWindows() {
    assertThat(AgentFlag.file(URI.create("file://server/share/my%20agent.jar")).getPath())
        .isEqualTo("\\\\server/share/my agent.jar");
    assertThat(AgentFlag.file(URI.create("file:/opt/my%20agent.jar")).getPath())
        .isEqualTo("/opt/my agent.jar");
  }

  @Test
  void givesABareFileAndOneWithACommaTheirAbsolutePath() throws IOException {
    Path file = Files.createFile(folder.resolve("a,b.json"));
    String given = (folder + "/./a,b.json").replace(",", "\\,");
    String absolute = file.toAbsolutePath().toString().replace(",", "\\,");

    assertThat(AgentFlag.ofOptions(given + ",mode=observe").options())
        .isEqualTo(absolute + ",mode=observe");
    assertThat(AgentFlag.ofOptions("mcpConfig=" + given).options())
        .isEqualTo("mcpConfig=" + absolute);
  }
}
