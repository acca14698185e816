package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.attach.CycleHost;
import dev.mcphotfix.testapp.attach.Figures;
import dev.mcphotfix.testapp.attach.ProbeAgent;
import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attached and detached again and again: {@code -Dit.cycles} times. The JVM itself keeps a little
 * of each class that any agent transforms again, so that the agent is compared with one that
 * changes nothing.
 */
class CycleIT {

  private static final String FILE = "mcp-hotfix.json";
  private static final int CYCLES = Integer.getInteger("it.cycles", 10);

  @TempDir private Path folder;

  /** With {@code -Pthorough}; else none, as {@link AttachIT} lets it come and go once. */
  static Stream<Jdk> jdks() {
    return InstalledJdks.find().stream().filter(jdk -> InstalledJdks.isThorough());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks")
  void leavesNothingBehindHoweverOftenItCameAndWent(Jdk jdk) throws Exception {
    LoopbackCertificate certificate = LoopbackCertificate.makeIn(folder);
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      Files.writeString(
          folder.resolve(FILE), AgentFile.of(server, "\"witness\": \"on\", \"trace\": \"on\", "));
      List<String> basis =
          List.of(
              CycleHost.class.getName(),
              server.uri().resolve("/token").toString(),
              ProbeAgent.writeJar(folder).toString(),
              Integer.toString(CYCLES));
      ChildResult idle = run(jdk, basis);
      ChildResult agent =
          run(
              jdk,
              Stream.concat(basis.stream(), Stream.of(BuiltJars.agent().toString(), FILE))
                  .toList());

      assertThat(agent.stdout())
          .contains("refreshes right true")
          .contains("woven as it was false")
          .contains("left as it was true")
          .contains("threads of the agent 0");
      assertThat(agent.stderr()).contains("span events");
      Figures more = growth(agent).minus(growth(idle));
      System.out.println(
          "JDK " + jdk.feature() + ", from the fifth cycle on, agent: " + growth(agent));
      System.out.println(
          "JDK " + jdk.feature() + ", from the fifth cycle on, idle:  " + growth(idle));
      // One cycle that stayed would be a thousand classes and five megabytes.
      assertThat(more.classes()).isLessThan(300);
      assertThat(more.metaspace()).isLessThan(1_000_000);
      assertThat(more.heap()).isLessThan(2_000_000);
      assertThat(more.threads()).isLessThan(3);
      assertThat(more.files()).isLessThan(3);
    }
  }

  private ChildResult run(Jdk jdk, List<String> arguments) throws Exception {
    ChildResult result =
        ChildJvm.of(folder, arguments.toArray(String[]::new))
            .withJavaHome(jdk.home())
            .withQuickStart()
            .withJvmArguments(
                List.of(
                    "-Xshare:auto", // What comes from our archive is reported otherwise at first.
                    "-Djdk.attach.allowAttachSelf=true",
                    "-XX:+EnableDynamicAgentLoading",
                    "-XX:MarkSweepAlwaysCompactCount=1",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-BytecodeVerificationRemote"))
            .withLimit(Duration.ofMinutes(10))
            .run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return result;
  }

  /** Between the fifth cycle and the last. */
  private static Figures growth(ChildResult result) {
    List<Figures> figures =
        result.outputLines().stream()
            .filter(line -> line.contains("Figures["))
            .map(Figures::parse)
            .toList();
    return figures.get(1).minus(figures.get(0));
  }
}
