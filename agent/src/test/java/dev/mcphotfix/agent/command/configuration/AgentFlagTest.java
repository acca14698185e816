package dev.mcphotfix.agent.command.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
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
        .isEqualTo("-javaagent:C:\\a\\agent.jar=c.json");
  }
}
