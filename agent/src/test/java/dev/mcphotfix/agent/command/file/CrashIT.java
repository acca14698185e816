package dev.mcphotfix.agent.command.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A JVM with the packaged classes ends without a warning at each step of a replacement: the file
 * holds the old bytes or the new ones, and the next command does what the first was to do.
 */
public class CrashIT {

  private static final String OLD = "{\"old\": 1}\r\n".repeat(10_000);
  private static final String NEW = "{\"new\": 2}\r\n".repeat(10_000);

  private static final int CRASHED = 137;
  private static final int CHANGED_SINCE = 2;

  /** All steps; by name, as the classes of the agent are in the nested jar only. */
  public static final List<String> REPLACING =
      List.of(
          "LOCKED",
          "COPY_CREATED",
          "COPY_HALF_WRITTEN",
          "COPY_WRITTEN",
          "BACKED_UP",
          "CREATED",
          "HALF_WRITTEN",
          "WRITTEN",
          "COMPARED",
          "REPLACED");

  static final List<String> UNDOING =
      List.of("LOCKED", "CREATED", "HALF_WRITTEN", "WRITTEN", "COMPARED", "REPLACED");

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

  @ParameterizedTest
  @FieldSource("REPLACING")
  void leavesTheOldBytesOrTheNew(String step) throws Exception {
    Path file = Files.writeString(temporary.resolve("records.json"), OLD);

    assertThat(run("replace", file, step)).isEqualTo(CRASHED);

    boolean replaced = step.equals("REPLACED");
    assertThat(file).hasContent(replaced ? NEW : OLD);

    assertThat(run("replace", file, "")).isEqualTo(replaced ? CHANGED_SINCE : 0);
    assertThat(file).hasContent(NEW);
    assertThat(temporary).isDirectoryNotContaining(CrashIT::isLeftover);
    assertThat(temporary.toFile().list()).hasSize(2);
  }

  @ParameterizedTest
  @FieldSource("UNDOING")
  void undoesAllOrNothing(String step) throws Exception {
    Path file = Files.writeString(temporary.resolve("records.json"), OLD);
    assertThat(run("replace", file, "")).isZero();

    assertThat(run("undo", file, step)).isEqualTo(CRASHED);

    assertThat(file).hasContent(step.equals("REPLACED") ? OLD : NEW);
    assertThat(run("undo", file, "")).isZero();
    assertThat(file).hasContent(OLD);
    assertThat(temporary.toFile().list()).containsExactly("records.json");
  }

  private static boolean isLeftover(Path path) {
    return path.toString().endsWith("-lock") || path.toString().endsWith("-tmp");
  }

  private static int run(String command, Path file, String step) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        String.join(
            File.pathSeparator,
            packaged.resolve("agent.jar").toString(),
            packaged.resolve("commands.jar").toString(),
            "target/test-classes");
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    "dev.mcphotfix.agent.command.file.CrashingCommand",
                    command,
                    file.toString(),
                    OLD.substring(0, 12),
                    NEW.substring(0, 12),
                    step))
            .inheritIO()
            .start();
    return process.waitFor();
  }
}
