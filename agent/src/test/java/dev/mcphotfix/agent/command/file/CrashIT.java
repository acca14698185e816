package dev.mcphotfix.agent.command.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
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
 * A JVM with the packaged classes ends without a warning at a step of a replacement, each with
 * {@code -Pthorough} and each third else: the file holds the old bytes or the new ones, and the
 * next command does what the first was to do.
 */
class CrashIT {

  private static final String OLD = "{\"old\": 1}\r\n".repeat(10_000);
  private static final String NEW = "{\"new\": 2}\r\n".repeat(10_000);

  private static final int CRASHED = 137;
  private static final String DONE = "done";
  private static final String UNUSABLE = "unusable";

  /** There are at least so many; a file is locked, made, filled, compared and moved. */
  private static final int STEPS = 12;

  private static final int STRIDE = Boolean.getBoolean("it.thorough") ? 1 : 3;

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
    int step = 1 - STRIDE;
    List<String> next = List.of();
    for (int exitCode = CRASHED; exitCode == CRASHED; ) {
      step += STRIDE;
      Path file = records("replace-" + step);

      exitCode = run(step, next, "replace", file.toString());

      assertThat(exitCode).as("step %s", step).isIn(CRASHED, 0);
      replaced |= Files.readString(file).equals(NEW);
      assertThat(file).as("step %s", step).hasContent(replaced ? NEW : OLD);
      next = List.of("replace", file.toString(), replaced ? UNUSABLE : DONE);
    }
    assertThat(run(0, next)).isZero();
    assertThat(replaced).isTrue();
    assertThat(step).isGreaterThanOrEqualTo(STEPS);
    for (File folder : files(temporary)) {
      assertThat(folder.toPath().resolve("records.json")).hasContent(NEW);
      assertThat(folder.toPath()).isDirectoryNotContaining(CrashIT::isLeftover);
      assertThat(folder.list()).hasSize(2);
    }
  }

  @Test
  void undoesAllOrNothing() throws Exception {
    boolean undone = false;
    int step = 1 - STRIDE;
    List<String> next = List.of();
    for (int exitCode = CRASHED; exitCode == CRASHED; ) {
      step += STRIDE;
      Path file = records("undo-" + step);
      List<String> first = new ArrayList<>(next);
      first.addAll(List.of("replace", file.toString(), DONE));

      exitCode = run(step, first, "undo", file.toString());

      assertThat(exitCode).as("step %s", step).isIn(CRASHED, 0);
      undone |= Files.readString(file).equals(OLD);
      assertThat(file).as("step %s", step).hasContent(undone ? OLD : NEW);
      next = List.of("undo", file.toString(), isBackedUp(file) ? DONE : UNUSABLE);
    }
    assertThat(run(0, next)).isZero();
    assertThat(undone).isTrue();
    assertThat(step).isGreaterThanOrEqualTo(STEPS / 2);
    for (File folder : files(temporary)) {
      assertThat(folder.list()).containsExactly("records.json");
      assertThat(folder.toPath().resolve("records.json")).hasContent(OLD);
    }
  }

  private Path records(String folder) throws IOException {
    return Files.writeString(
        Files.createDirectory(temporary.resolve(folder)).resolve("records.json"), OLD);
  }

  private static boolean isBackedUp(Path file) {
    return Stream.of(files(file.resolveSibling("")))
        .anyMatch(sibling -> sibling.getName().contains("-backup-"));
  }

  private static File[] files(Path folder) {
    return Objects.requireNonNull(folder.toFile().listFiles());
  }

  private static boolean isLeftover(Path path) {
    return path.toString().endsWith("-lock") || path.toString().endsWith("-tmp");
  }

  /**
   * One process: what is to be done as told, each with its file and its outcome, and then what is
   * to end at that step.
   */
  private static int run(int step, List<String> first, String... last) throws Exception {
    String classPath =
        String.join(
            File.pathSeparator,
            packaged.resolve("agent.jar").toString(),
            packaged.resolve("commands.jar").toString(),
            "target/test-classes",
            jarOf(ByteBuddy.class),
            jarOf(ByteBuddyAgent.class));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + jarOf(ByteBuddyAgent.class),
                "-cp",
                classPath,
                "dev.mcphotfix.agent.command.file.CrashingCommand",
                OLD.substring(0, 12),
                NEW.substring(0, 12),
                Integer.toString(step)));
    command.addAll(first);
    command.addAll(List.of(last));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static String jarOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
