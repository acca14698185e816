package dev.mcphotfix.agent.command.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM with the packaged classes ends without a warning at each step of a replacement: the file
 * holds the old bytes or the new ones, and the next command does what the first was to do.
 */
class CrashIT {

  private static final String OLD = "{\"old\": 1}\r\n".repeat(10_000);
  private static final String NEW = "{\"new\": 2}\r\n".repeat(10_000);

  private static final int CRASHED = 137;
  private static final int NOT_USABLE = 2;

  /** There are at least so many; a file is locked, made, filled, compared and moved. */
  private static final int STEPS = 12;

  @TempDir private static Path packaged;

  @TempDir private Path temporary;

  @BeforeAll
  static void unpack() throws IOException {
    try (JarFile jar = new JarFile("target/mcp-oauth-hotfix-agent.jar");
        InputStream agent = jar.getInputStream(jar.getEntry("dev/mcphotfix/agent.jar"));
        InputStream commands =
            new GZIPInputStream(
                jar.getInputStream(jar.getEntry("dev/mcphotfix/commands.jar.gz")))) {
      Files.copy(agent, packaged.resolve("agent.jar"), StandardCopyOption.REPLACE_EXISTING);
      Files.copy(commands, packaged.resolve("commands.jar"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void leavesTheOldBytesOrTheNew() throws Exception {
    boolean replaced = false;
    int step = 0;
    for (int exitCode = CRASHED; exitCode == CRASHED; ) {
      Path folder = Files.createDirectory(temporary.resolve("replace-" + ++step));
      Path file = Files.writeString(folder.resolve("records.json"), OLD);

      exitCode = run("replace", file, step);

      assertThat(exitCode).as("step %s", step).isIn(CRASHED, 0);
      replaced |= Files.readString(file).equals(NEW);
      assertThat(file).as("step %s", step).hasContent(replaced ? NEW : OLD);

      assertThat(run("replace", file, 0)).isEqualTo(replaced ? NOT_USABLE : 0);
      assertThat(file).hasContent(NEW);
      assertThat(folder).isDirectoryNotContaining(CrashIT::isLeftover);
      assertThat(folder.toFile().list()).hasSize(2);
    }
    assertThat(replaced).isTrue();
    assertThat(step).isGreaterThanOrEqualTo(STEPS);
  }

  @Test
  void undoesAllOrNothing() throws Exception {
    boolean undone = false;
    int step = 0;
    for (int exitCode = CRASHED; exitCode == CRASHED; ) {
      Path folder = Files.createDirectory(temporary.resolve("undo-" + ++step));
      Path file = Files.writeString(folder.resolve("records.json"), OLD);
      assertThat(run("replace", file, 0)).isZero();

      exitCode = run("undo", file, step);

      assertThat(exitCode).as("step %s", step).isIn(CRASHED, 0);
      undone |= Files.readString(file).equals(OLD);
      assertThat(file).as("step %s", step).hasContent(undone ? OLD : NEW);

      boolean backedUp = Stream.of(names(folder)).anyMatch(name -> name.contains("-backup-"));
      assertThat(run("undo", file, 0)).isEqualTo(backedUp ? 0 : NOT_USABLE);
      assertThat(file).hasContent(OLD);
      assertThat(names(folder)).containsExactly("records.json");
    }
    assertThat(undone).isTrue();
    assertThat(step).isGreaterThanOrEqualTo(STEPS / 2);
  }

  private static String[] names(Path folder) {
    return Objects.requireNonNull(folder.toFile().list());
  }

  private static boolean isLeftover(Path path) {
    return path.toString().endsWith("-lock") || path.toString().endsWith("-tmp");
  }

  private static int run(String command, Path file, int step) throws Exception {
    String classPath =
        String.join(
            File.pathSeparator,
            packaged.resolve("agent.jar").toString(),
            packaged.resolve("commands.jar").toString(),
            "target/test-classes",
            jarOf(ByteBuddy.class),
            jarOf(ByteBuddyAgent.class));
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-javaagent:" + jarOf(ByteBuddyAgent.class),
                    "-cp",
                    classPath,
                    "dev.mcphotfix.agent.command.file.CrashingCommand",
                    command,
                    file.toString(),
                    OLD.substring(0, 12),
                    NEW.substring(0, 12),
                    Integer.toString(step)))
            .inheritIO()
            .start();
    return process.waitFor();
  }

  private static String jarOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
