package dev.mcphotfix.agent.command.attach.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class TargetFilesTest {

  private static final ProcessStatus STRANGER =
      new ProcessStatus('S', 54_321, Set.of(54_321), 7, true);

  @TempDir private Path root;

  @Test
  void followsLinksBelowTheRootOfTheOther() throws IOException {
    Path real = Files.createDirectories(root.resolve("releases/2"));
    Files.writeString(real.resolve("agent.jar"), "jar");
    Files.createSymbolicLink(root.resolve("current"), Path.of("/releases/2"));

    assertThat(files().find("/current/agent.jar")).hasContent("jar");
  }

  @Test
  void findsNothingWhereALinkLeadsNowhere() throws IOException {
    Files.createSymbolicLink(root.resolve("agent.jar"), root.resolve("elsewhere.jar"));
    Files.writeString(root.resolve("elsewhere.jar"), "seen from here only");

    assertThat(files().find("/agent.jar")).isNull();
  }

  @Test
  void endsWhereLinksGoInACircle() throws IOException {
    Files.createSymbolicLink(root.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(root.resolve("b"), Path.of("a"));

    assertThat(files().find("/a")).isNull();
  }

  @Test
  void namesTheFolderThatIsClosedToTheOther() throws IOException {
    Path folder = Files.createDirectories(root.resolve("home"));
    Files.writeString(folder.resolve("agent.jar"), "jar");
    permit(folder, "rwx------");

    assertThat(files().obstacle("/home/agent.jar", STRANGER)).isEqualTo("/home");
  }

  @Test
  void findsNoObstacleWhereAllMayRead() throws IOException {
    Path folder = Files.createDirectories(root.resolve("home"));
    permit(Files.writeString(folder.resolve("agent.jar"), "jar"), "rw-r--r--");
    permit(folder, "rwxr-xr-x");

    assertThat(files().obstacle("/home/agent.jar", STRANGER)).isNull();
  }

  private TargetFiles files() {
    return new TargetFiles(root, root);
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
