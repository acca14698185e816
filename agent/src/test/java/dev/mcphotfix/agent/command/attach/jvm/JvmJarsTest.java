package dev.mcphotfix.agent.command.attach.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmJarsTest {

  private static final String AGENT = "dev/mcphotfix/agent/HotfixAgent.class";

  @TempDir private Path root;

  @Test
  void knowsTheAgentByItsPublishedNameWithoutReadingIt() {
    assertThat(open("/opt/mcp-oauth-hotfix-agent-0.1.0.jar").agents()).isNotEmpty();
  }

  @Test
  void knowsTheAgentInAJarOfAnyName() throws IOException {
    jar("opt/healing.jar", AGENT);

    assertThat(open("/opt/healing.jar").agents()).containsExactly("healing.jar");
  }

  @Test
  void findsItAsTheProcessSeesIt() throws IOException {
    jar("data/healing.jar", AGENT);
    Files.createSymbolicLink(root.resolve("opt"), Path.of("/data"));

    assertThat(open("/opt/healing.jar").agents()).containsExactly("healing.jar");
  }

  @Test
  void takesNoOtherJarForTheAgent() throws IOException {
    jar("opt/client.jar", "dev/mcphotfix/agent/Other.class", "x/HotfixAgent.class");
    Files.writeString(root.resolve("opt/broken.jar"), AGENT);
    Files.createDirectory(root.resolve("opt/folder.jar"));

    assertThat(
            open("/opt/client.jar", "/opt/broken.jar", "/opt/folder.jar", "/opt/none.jar").agents())
        .isEmpty();
    assertThat(open().agents()).isEmpty();
  }

  @Test
  void findsTheClassThatTheJarIsKnownBy() {
    assertThat(JvmJarsTest.class.getClassLoader().getResource(AGENT)).isNotNull();
  }

  private JvmJars open(String... jars) {
    return new JvmJars(new TargetFiles(root, root), JavaCommand.of(List.of()), null, Set.of(jars));
  }

  private void jar(String name, String... entries) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        jar.putNextEntry(new ZipEntry(entry));
        jar.closeEntry();
      }
    }
  }
}
