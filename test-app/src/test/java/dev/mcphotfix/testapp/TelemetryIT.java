package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent in the tools of the JVM, where it is asked for and nowhere else. */
class TelemetryIT {

  private static final String TOKEN = "refresh-token-that-nobody-may-see";

  private static LoopbackCertificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = LoopbackCertificate.makeIn(shared);
  }

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isOnTheTimeLineOfTheFlightRecorder(Jdk jdk) throws Exception {
    Path file = folder.resolve("tokens.jfr");
    ChildResult run =
        run(
            jdk,
            "\"jfr\": \"on\", ",
            "-XX:StartFlightRecording=filename=" + file,
            RefreshingHost.class,
            TOKEN);

    assertThat(run.outputLines()).contains("200");
    List<RecordedEvent> events =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().startsWith("dev.mcphotfix."))
            .toList();
    assertThat(events)
        .extracting(event -> event.getEventType().getName())
        .contains("dev.mcphotfix.Install", "dev.mcphotfix.Decision", "dev.mcphotfix.TokenResponse");
    assertThat(events)
        .filteredOn(event -> event.getEventType().getName().endsWith("Decision"))
        .extracting(event -> event.getString("reason") + ' ' + event.getString("hook"))
        .containsExactly("added jdk");
    // Of ours, that is: the JVM itself records its arguments.
    assertThat(events.toString()).contains("refresh_token").doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#thorough")
  void isSeenByTheManagementOfTheJvm(Jdk jdk) throws Exception {
    ChildResult run = run(jdk, "\"mxbean\": \"on\", ", "-Dunused=true", ManagedHost.class);

    assertThat(run.outputLines()).containsExactly("200", "enforce", "added 1");
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#thorough")
  void startsNoneOfTheseToolsUnasked(Jdk jdk) throws Exception {
    Path loaded = folder.resolve("classes.txt");
    ChildResult run = run(jdk, "", "-Xlog:class+load:file=" + loaded, RefreshingHost.class, TOKEN);

    assertThat(run.outputLines()).contains("200");
    assertThat(loaded)
        .content()
        .doesNotContain("dev.mcphotfix.agent.log.telemetry")
        .doesNotContain("javax.management.MBeanServer")
        .doesNotContain("jdk.jfr.Event ");
  }

  private ChildResult run(Jdk jdk, String keys, String jvmArgument, Class<?> host, String... more)
      throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      Files.writeString(folder.resolve("mcp-hotfix.json"), AgentFile.of(server, keys));
      String endpoint = server.uri().resolve("/token").toString();
      String[] arguments =
          Stream.concat(Stream.of(host.getName(), endpoint), Stream.of(more))
              .toArray(String[]::new);
      ChildResult result =
          ChildJvm.of(folder, arguments)
              .withJavaHome(jdk.home())
              .withQuickStart()
              .withJvmArgument(jvmArgument)
              .withAgent(BuiltJars.agent(), "mcp-hotfix.json")
              .run();
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      return result;
    }
  }
}
