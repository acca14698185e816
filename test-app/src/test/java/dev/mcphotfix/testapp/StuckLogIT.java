package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The log holds nobody up, whatever becomes of the place where it is written, and comes back. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class StuckLogIT {

  private static final String ADDED = "\"event\":\"added client_id\"";
  private static final String LOST = "\"event\":\"lines of log lost\"";

  /** Two lines each: more than the agent keeps and a pipe takes. */
  private static final int MANY = 1_200;

  /** In bytes, 128 of the shell's blocks. */
  private static final int LIMIT = 65_536;

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void letsAClientRefreshWhereNobodyReadsThePipe(Jdk jdk) throws Exception {
    Path pipe = pipe();
    Path stderr = folder.resolve("stderr");

    try (LoggedHost host =
        LoggedHost.start(jdk, List.of(), "json:" + pipe, Redirect.to(stderr.toFile()))) {
      assertThat(host.refresh(2)).isEqualTo("2");
      assertThat(host.end()).isZero();
    }

    // What could not be written until the end.
    assertThat(count(Files.readAllLines(stderr), ADDED)).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void letsAClientRefreshWhereTheReaderHasStoppedAndTellsWhatWasLost(Jdk jdk) throws Exception {
    Path pipe = pipe();

    List<String> lines = new ArrayList<>();
    ChildResult status;
    try (LoggedHost host = LoggedHost.start(jdk, List.of(), "json:" + pipe, Redirect.DISCARD)) {
      assertThat(host.refresh(1)).isEqualTo("1");
      try (BufferedReader reader = Files.newBufferedReader(pipe)) {
        lines.add(reader.readLine());
        assertThat(host.refresh(MANY)).isEqualTo(Integer.toString(MANY));
        status = command(jdk, "status", Long.toString(host.process().pid()), "--json");
        while (!lines.get(lines.size() - 1).contains(LOST)) {
          lines.add(reader.readLine());
        }
        assertThat(host.refresh(1)).isEqualTo("1");
        assertThat(host.end()).isZero();
        reader.lines().forEach(lines::add);
      }
    }

    List<String> lost = lines.stream().filter(line -> line.contains(LOST)).toList();
    String number = lost.get(0).replaceAll(".*\"count\":\"([0-9]+)\".*", "$1");
    assertThat(lost).hasSize(1);
    assertThat(lines.get(lines.size() - 2)).contains(ADDED);
    assertThat(lines).filteredOn(StuckLogIT::isOfARefresh).hasSize(2 * MANY + 4 - count(number));
    assertThat(status.stdout()).contains("\"linesLost\" : " + number);
    Files.write(folder.resolve("read.json"), lines);
    assertThat(command(jdk, "report", "read.json", "--json").stdout())
        .contains("\"linesLost\" : " + number);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void letsAClientRefreshAndEndWhereNobodyReadsItsStderr(Jdk jdk) throws Exception {
    try (LoggedHost host = LoggedHost.start(jdk, List.of(), "stderr", Redirect.PIPE)) {
      assertThat(host.refresh(MANY)).isEqualTo(Integer.toString(MANY));
      assertThat(host.end()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void usesTheFileAgainOnceThereIsRoom(Jdk jdk) throws Exception {
    String full = "x".repeat(LIMIT - 51) + "\n";
    Path file = Files.writeString(folder.resolve("log.json"), full);
    Path stderr = folder.resolve("stderr");
    List<String> limited = List.of("sh", "-c", "ulimit -S -f 128; exec \"$@\"", "sh");

    try (LoggedHost host =
        LoggedHost.start(jdk, limited, "json:" + file, Redirect.to(stderr.toFile()))) {
      host.refresh(1);
      await(() -> count(Files.readAllLines(stderr), "token response") == 1);
      String pid = Long.toString(host.process().pid());
      new ProcessBuilder("prlimit", "--pid", pid, "--fsize=unlimited").start().waitFor();
      host.refresh(1);
      assertThat(host.end()).isZero();
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(1)).hasSize(50).startsWith("{").doesNotContain("}");
    assertThat(lines.subList(2, lines.size()))
        .hasSize(2)
        .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    assertThat(count(Files.readAllLines(stderr), "cannot write the log file")).isOne();
    assertThat(count(Files.readAllLines(stderr), ADDED)).isOne();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void opensAFileAnewThatWasRenamedOrDeleted(Jdk jdk) throws Exception {
    Path file = folder.resolve("log.json");
    Path rotated = folder.resolve("log.json.1");

    try (LoggedHost host = LoggedHost.start(jdk, List.of(), "json:" + file, Redirect.DISCARD)) {
      host.refresh(1);
      await(() -> count(Files.readAllLines(file), "token response") == 1);
      Files.move(file, rotated);
      host.refresh(2);
      await(() -> Files.exists(file) && count(Files.readAllLines(file), "token response") == 2);
      Files.delete(file);
      host.refresh(3);
      assertThat(host.end()).isZero();
    }

    assertThat(count(Files.readAllLines(rotated), ADDED)).isOne();
    assertThat(count(Files.readAllLines(file), ADDED)).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void writesWhatAClientDoesWhileItEnds(Jdk jdk) throws Exception {
    Path stderr = folder.resolve("stderr");

    try (LoggedHost host =
        LoggedHost.start(jdk, List.of(), "stderr", Redirect.to(stderr.toFile()))) {
      host.refresh(1);
      assertThat(host.exit()).isZero();
    }

    assertThat(count(Files.readAllLines(stderr), "added client_id")).isEqualTo(2);
    assertThat(count(Files.readAllLines(stderr), "token response")).isEqualTo(2);
  }

  private Path pipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  private ChildResult command(Jdk jdk, String... words) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-jar", BuiltJars.agent().toString()));
    arguments.addAll(List.of(words));
    return ChildJvm.of(folder, arguments.toArray(String[]::new))
        .withJavaHome(jdk.home())
        .withQuickStart()
        .run();
  }

  private static boolean isOfARefresh(String line) {
    return line.contains(ADDED) || line.contains("token response");
  }

  private static int count(String number) {
    return Integer.parseInt(number);
  }

  private static int count(List<String> lines, String text) {
    return (int) lines.stream().filter(line -> line.contains(text)).count();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.call()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
  }
}
