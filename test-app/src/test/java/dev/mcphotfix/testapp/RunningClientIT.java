package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that runs: the agent goes in, is asked, gets another configuration and goes out. */
class RunningClientIT {

  private static final String OPTIONS = "clientId=my-static-client,url=https://mcp.example.com/mcp";

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isAttachedToSeenChangedAndLeft(Jdk jdk) throws Exception {
    Path file = configuration("enforce");
    try (RunningHost host = host(jdk, Map.of(), "used")) {
      String pid = Long.toString(host.pid());
      CommandLine line = new CommandLine(jdk, folder);

      ChildResult attach = line.run("attach", pid, "--config", file.toString());
      ChildResult again = line.run("attach", pid, "--config", file.toString());
      ChildResult bare = line.run("attach", pid);
      ChildResult list = line.run("list");
      configuration("observe");
      ChildResult reload = line.run("reload", pid);
      ChildResult status = line.run("status", pid, "-v");
      ChildResult half = line.run("reload", pid, "--mcp-config", halfBroken().toString());
      ChildResult detach = line.run("detach", pid);
      ChildResult gone = line.run("status", pid);

      assertThat(attach.exitCode()).isZero();
      assertThat(attach.stdout())
          .contains("it is in " + pid + ", mode enforce")
          .contains("jdk.internal.net.http.HttpClientImpl#sendAsync");
      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(List.of(again, bare))
          .allMatch(told -> told.stdout().contains("is in " + pid + " already"));
      assertThat(list.stdout()).containsPattern(pid + " +" + jdk.feature() + "\\S* +enforce ");
      assertThat(reload.exitCode()).isZero();
      assertThat(reload.stdout()).contains("done, mode observe").doesNotContain("passed over");
      assertThat(status.exitCode()).isZero();
      assertThat(status.stdout()).contains("observe", "attached", "waiting: ", "Configuration");
      assertThat(half.exitCode()).isZero();
      assertThat(half.stdout()).containsPattern("passed over: .*:2: mcpServers.b.url: ");
      assertThat(host.stderr()).contains("mcpServers.b.url: ");
      assertThat(detach.exitCode()).isZero();
      assertThat(detach.stdout()).contains("taken out: jdk in ");
      assertThat(gone.exitCode()).isEqualTo(2);
      assertThat(gone.stderr()).contains("the agent is not in " + pid);
      assertThat(host.process().isAlive()).isTrue();
    }
  }

  /** A JVM keeps the classes of the first jar. */
  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#newest")
  void isSaidToHaveTheCodeOfAnotherVersion(Jdk jdk) throws Exception {
    String[] options = {"--client-id", "my-static-client", "--url", "https://mcp.example.com/mcp"};
    try (RunningHost host = host(jdk, Map.of(), "used")) {
      String pid = Long.toString(host.pid());
      CommandLine line = new CommandLine(jdk, folder);

      ChildResult same = line.attach(pid, options);
      line.run("detach", pid);
      assertThat(same.stdout()).contains("it is in " + pid).doesNotContain("version");
    }
    try (RunningHost host = host(jdk, Map.of(), "used")) {
      String pid = Long.toString(host.pid());
      CommandLine line = new CommandLine(jdk, folder);
      new CommandLine(jdk, folder, otherVersion()).attach(pid, options);
      line.run("detach", pid);

      ChildResult attach = line.attach(pid, options);
      ChildResult status = line.run("status", pid);
      ChildResult reload = line.run("reload", pid);

      assertThat(attach.exitCode()).isZero();
      assertThat(List.of(attach, status, reload))
          .allMatch(told -> told.stdout().contains("version 0.0.9 of the agent answers"));
    }
  }

  /** The same jar, called otherwise. */
  private Path otherVersion() throws IOException {
    Path jar = Files.copy(BuiltJars.agent(), folder.resolve("other.jar"));
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path manifest = files.getPath("META-INF", "MANIFEST.MF");
      String text = Files.readString(manifest);
      Files.writeString(
          manifest,
          text.replaceFirst("Implementation-Version: \\S+", "Implementation-Version: 0.0.9"));
    }
    return jar;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isReachedByJcmdToo(Jdk jdk) throws Exception {
    try (RunningHost host = host(jdk, Map.of(), "used")) {
      String[] words = {
        Long.toString(host.pid()), "JVMTI.agent_load", BuiltJars.agent().toString(), quoted(OPTIONS)
      };

      assertThat(jdkTool(jdk, Map.of(), "jcmd", words)).contains("return code: 0");
      assertThat(host.stderr()).contains("hook woven       hook=jdk");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#newest")
  void getsTheAgentFromTheVariableOfItsEnvironmentAndIsListedWithIt(Jdk jdk) throws Exception {
    for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
      Map<String, String> variables = Map.of(variable, flag() + ",mode=observe");
      try (RunningHost host = host(jdk, variables, "used")) {
        ChildResult list = new CommandLine(jdk, folder).run("list");

        assertThat(host.stderr()).contains("hook woven       hook=jdk");
        assertThat(list.stdout()).containsPattern(host.pid() + " +\\S+ +observe ");
      }
    }
  }

  /** Nobody has asked it yet, and no class is woven. */
  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#newest")
  void isKnownToHaveAJarOfAnyNameInItsOwnFolder(Jdk jdk) throws Exception {
    Files.copy(BuiltJars.agent(), folder.resolve("healing.jar"));
    List<String> flag = List.of("-javaagent:healing.jar=" + OPTIONS + ",mode=observe");
    try (RunningHost host = RunningHost.java(jdk.home(), folder, List.of(), flag)) {
      String pid = Long.toString(host.pid());
      CommandLine line = new CommandLine(jdk, folder);

      ChildResult list = line.run("list");
      ChildResult status = line.run("status", pid);

      assertThat(list.stdout()).containsPattern(pid + " +\\S+ +observe ");
      assertThat(status.exitCode()).as(status.stderr()).isZero();
      assertThat(status.stdout()).contains("observe; given at the start");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void leavesTheToolsOfTheJdkAlone(Jdk jdk) throws Exception {
    Map<String, String> variables = Map.of("JAVA_TOOL_OPTIONS", flag());

    assertThat(jdkTool(jdk, variables, "keytool", "-help")).doesNotContain("mcp-hotfix ");
    assertThat(jdkTool(jdk, variables, "jcmd", "-h")).doesNotContain("mcp-hotfix ");
  }

  /** Without its own quotes jcmd would take what is before the first equals sign only. */
  private static String quoted(String options) {
    return '"' + options + '"';
  }

  private static String flag() {
    return "-javaagent:" + BuiltJars.agent() + "=" + OPTIONS;
  }

  private RunningHost host(Jdk jdk, Map<String, String> variables, String... arguments)
      throws IOException {
    return RunningHost.java(
        jdk.home(), folder, List.of(), List.of(), variables, List.of(arguments));
  }

  private Path configuration(String mode) throws IOException {
    return Files.writeString(
        folder.resolve("mcp-hotfix.json"),
        """
        { "mode": "%s", "mcpServers": { "example-server": {
            "url": "https://mcp.example.com/mcp", "oauth": { "clientId": "my-static-client" } } } }
        """
            .formatted(mode));
  }

  /** A file of the client's, one of whose servers can be used. */
  private Path halfBroken() throws IOException {
    return Files.writeString(
        folder.resolve("clients.json"),
        """
        { "mcpServers": { "a": { "url": "https://a.example/mcp", "oauth": { "clientId": "a" } },
                          "b": { "url": "b", "oauth": { "clientId": "b" } } } }
        """);
  }

  private static String jdkTool(
      Jdk jdk, Map<String, String> variables, String tool, String... words) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(words))).redirectErrorStream(true);
    builder.command().add(0, jdk.home().resolve("bin").resolve(tool).toString());
    builder.environment().putAll(variables);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
