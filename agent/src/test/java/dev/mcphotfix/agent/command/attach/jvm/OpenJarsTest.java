package dev.mcphotfix.agent.command.attach.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jars that Linux says a process holds open. */
@EnabledOnOs(OS.LINUX)
class OpenJarsTest {

  @TempDir private Path proc;

  @Test
  void areNamedAsTheProcessOpenedThem() throws IOException {
    new FakeProcess(proc, "1").withOpen("/opt/mcp-oauth-hotfix-agent.jar");

    assertThat(new ProcessFiles(proc).openJars("1"))
        .containsExactly("/opt/mcp-oauth-hotfix-agent.jar");
  }

  @Test
  void areStillNamedSoWhereTheyWereReplacedSince() throws IOException {
    new FakeProcess(proc, "1").withOpen("/opt/mcp-oauth-hotfix-agent.jar (deleted)");

    assertThat(new ProcessFiles(proc).openJars("1"))
        .containsExactly("/opt/mcp-oauth-hotfix-agent.jar");
  }

  @Test
  void areNoOtherFiles() throws IOException {
    new FakeProcess(proc, "1").withOpen("/opt/client.log (deleted)");

    assertThat(new ProcessFiles(proc).openJars("1")).isEmpty();
  }
}
