package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be in the way of the agent, in real processes: each is named, with what to do. */
class PreflightIT {

  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  /** For what is asked before it matters which Java that is. */
  static Stream<Jdk> newestJdk() {
    return InstalledJdks.newest().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void findsNothingInTheWayOfAnOrdinaryJvm(Jdk jdk) throws Exception {
    try (RunningHost host = host(jdk)) {
      ChildResult look = new CommandLine(jdk, folder).preflight(host.pid());

      assertThat(look.exitCode()).isZero();
      assertThat(look.stdout())
          .contains("is dev.mcphotfix.testapp.WaitingHost on Java " + jdk.feature())
          .contains("its Java has the module java.instrument")
          .contains("it can read the agent's jar")
          .doesNotContain("problem");
      assertThat(look.stdout().contains("JEP 451")).isEqualTo(jdk.feature() >= 21);
      assertThat(look.stderr()).isEmpty();
      assertThat(host.stderr()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("newestJdk")
  void leavesAProcessThatIsNoJvmAlive(Jdk jdk) throws Exception {
    try (RunningHost sleep = RunningHost.of(folder, "sleep", "300")) {
      refuses(jdk, sleep.pid(), "is no Java process");

      assertThat(sleep.process().isAlive()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("newestJdk")
  void saysThatAProcessHasEnded(Jdk jdk) throws Exception {
    RunningHost ended = RunningHost.of(folder, "true");
    ended.close();

    refuses(jdk, ended.pid(), "there is no process " + ended.pid());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void saysThatAttachingIsDisabledAndWakesNoThreadDump(Jdk jdk) throws Exception {
    try (RunningHost host = host(jdk, "-XX:+DisableAttachMechanism")) {
      refuses(jdk, host.pid(), "-XX:+DisableAttachMechanism");

      assertThat(host.process().getInputStream().available()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void reachesAJvmThatTheSignalWouldEnd(Jdk jdk) throws Exception {
    try (RunningHost host = host(jdk, "-Xrs")) {
      ChildResult look = new CommandLine(jdk, folder).preflight(host.pid());

      assertThat(look.exitCode()).isZero();
      assertThat(look.stdout()).contains("it lets its user attach");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void saysThatNoAgentMayComeLater(Jdk jdk) throws Exception {
    try (RunningHost host = host(jdk, "-XX:-EnableDynamicAgentLoading")) {
      refuses(jdk, host.pid(), "-XX:-EnableDynamicAgentLoading and takes no agent");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void saysThatASmallerJavaLacksTheModuleForAgents(Jdk jdk) throws Exception {
    Path without = image(jdk, "java.base");
    try (RunningHost host = RunningHost.java(without, folder, List.of(), List.of())) {
      refuses(jdk, host.pid(), "without the module java.instrument");
    }
  }

  @ParameterizedTest
  @MethodSource("newestJdk")
  void findsTheModuleForAgentsInASmallerJava(Jdk jdk) throws Exception {
    Path with = image(jdk, "java.base,java.instrument");
    try (RunningHost host = RunningHost.java(with, folder, List.of(), List.of())) {
      ChildResult look = new CommandLine(jdk, folder).preflight(host.pid());

      assertThat(look.exitCode()).isZero();
      assertThat(look.stdout()).contains("its Java has the module java.instrument");
    }
  }

  @ParameterizedTest
  @MethodSource("newestJdk")
  void namesTheUserWhoseJvmThatIs(Jdk jdk) throws Exception {
    assumeRoot();
    try (RunningHost host = host(jdk)) {
      Process other = start(asNobody(jdk, host.pid()));

      String output = new String(other.getInputStream().readAllBytes(), UTF_8);
      assertThat(other.waitFor()).isEqualTo(1);
      assertThat(output).contains("belongs to the user root").contains("sudo -u root");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void letsRootReachTheJvmOfAnotherUser(Jdk jdk) throws Exception {
    assumeRoot();
    try (RunningHost host = RunningHost.java(jdk.home(), Path.of("/"), AS_NOBODY, List.of())) {
      ChildResult look = new CommandLine(jdk, folder).preflight(host.pid());

      assertThat(look.stdout()).contains("of user nobody").contains("runs as root, the JVM as");
    }
  }

  @ParameterizedTest
  @MethodSource("newestJdk")
  void saysThatTheUserOfTheJvmMayNotReadTheFile(Jdk jdk) throws Exception {
    assumeRoot();
    Path secret = Files.writeString(folder.resolve("mcp.json"), "{}");
    secret.toFile().setReadable(false, false);
    try (RunningHost host = RunningHost.java(jdk.home(), Path.of("/"), AS_NOBODY, List.of())) {
      ChildResult look =
          new CommandLine(jdk, folder)
              .run(
                  "attach",
                  Long.toString(host.pid()),
                  "--dry-run",
                  "--mcp-config",
                  secret.toString());

      assertThat(look.exitCode()).isEqualTo(1);
      assertThat(look.stdout()).contains("nobody may not read the configuration");
    }
  }

  @ParameterizedTest
  @MethodSource("newestJdk")
  void saysThatTheJarIsNotToBeSeenWhereTheJvmLives(Jdk jdk) throws Exception {
    assumeRoot();
    String hide = "mount -t tmpfs none " + BuiltJars.agent().getParent() + " && exec \"$@\"";
    List<String> elsewhere = List.of("unshare", "--mount", "sh", "-c", hide, "sh");
    assumeWorks("unshare", "--mount", "sh", "-c", hide, "sh", "true");
    try (RunningHost host = RunningHost.java(jdk.home(), folder, elsewhere, List.of())) {
      ChildResult look = refuses(jdk, host.pid(), "it does not see the agent's jar");

      assertThat(look.stdout()).contains("in another container").contains("kubectl cp");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void listsLikelyClientsFirstWithoutTheirArguments(Jdk jdk) throws Exception {
    List<String> secret = List.of("--token=hunter2-hunter2");
    try (RunningHost host =
        RunningHost.java(jdk.home(), folder, List.of(), List.of(), Map.of(), secret)) {
      ChildResult list = new CommandLine(jdk, folder).run("list");

      assertThat(list.exitCode()).isZero();
      assertThat(list.stdout())
          .containsPattern(host.pid() + " +" + jdk.feature() + "\\S* +no +dev.mcphotfix")
          .contains("looks like an MCP client: mcp-")
          .doesNotContain("hunter2");
      assertThat(host.stderr()).isEmpty();
    }
  }

  private ChildResult refuses(Jdk jdk, long pid, String why) throws Exception {
    ChildResult look = new CommandLine(jdk, folder).preflight(pid);

    assertThat(look.exitCode()).isEqualTo(1);
    assertThat(look.stdout()).contains(why).contains("-> ").contains("nothing was loaded");
    return look;
  }

  private RunningHost host(Jdk jdk, String... options) throws IOException {
    return RunningHost.java(jdk.home(), folder, List.of(), List.of(options));
  }

  private Path image(Jdk jdk, String modules) throws Exception {
    Path image = folder.resolve("image");
    Process jlink =
        start(
            List.of(
                jdk.home().resolve("bin").resolve("jlink").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "--add-modules",
                modules,
                "--output",
                image.toString()));
    String output = new String(jlink.getInputStream().readAllBytes(), UTF_8);
    assumeTrue(jlink.waitFor() == 0, () -> "jlink cannot be used: " + output);
    return image;
  }

  private static List<String> asNobody(Jdk jdk, long pid) {
    List<String> command = new ArrayList<>(AS_NOBODY);
    command.add(jdk.home().resolve("bin").resolve("java").toString());
    command.addAll(List.of("-jar", BuiltJars.agent().toString(), "attach", Long.toString(pid)));
    command.addAll(List.of("--client-id", "c", "--url", "https://mcp.example.com/mcp"));
    return command;
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static void assumeRoot() throws Exception {
    assumeTrue(
        "root".equals(System.getProperty("user.name")), "only root can be another user, too");
    assumeWorks(asNobody("true"));
    assumeTrue(
        start(List.of(asNobody("test", "-r", BuiltJars.agent().toString()))).waitFor() == 0,
        () ->
            "another user may not read "
                + BuiltJars.agent()
                + "; build in a folder that all may enter");
  }

  private static String[] asNobody(String... command) {
    return Stream.concat(AS_NOBODY.stream(), Stream.of(command)).toArray(String[]::new);
  }

  private static void assumeWorks(String... command) throws Exception {
    try {
      assumeTrue(start(List.of(command)).waitFor() == 0, () -> "not here: " + command[0]);
    } catch (IOException none) {
      assumeTrue(false, "not here: " + none.getMessage());
    }
  }
}
