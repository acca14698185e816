package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host whose server wants no id: the agent makes it no worse for longer than two requests. */
class LearningIT {

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return InstalledJdks.find().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void stopsAfterTwoRefusalsAndKnowsThenThatItWorksWithout(Jdk jdk) throws Exception {
    LoopbackCertificate certificate = LoopbackCertificate.makeIn(folder);
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      String endpoint = server.uri().resolve("/unaware/token").toString();

      ChildResult result =
          ChildJvm.of(folder, RefreshingHost.class.getName(), endpoint, "r1", "r2", "r3", "r4")
              .withJavaHome(jdk.home())
              .withQuickStart()
              .withAgent(
                  BuiltJars.agent(),
                  "clientId=" + Arrivals.CLIENT_ID + ",logLevel=debug,tokenEndpoint=" + endpoint)
              .run();

      assertThat(result.outputLines()).containsExactly("401", "401", "200", "200");
      assertThat(server.takeRequests())
          .extracting(RecordedRequest::body)
          .satisfiesExactly(
              first -> assertThat(first).endsWith("r1&client_id=" + Arrivals.CLIENT_ID),
              second -> assertThat(second).endsWith("r2&client_id=" + Arrivals.CLIENT_ID),
              third -> assertThat(third).endsWith("r3"),
              fourth -> assertThat(fourth).endsWith("r4"));
      assertThat(result.stderr())
          .containsSubsequence(
              "reason=added ",
              "error=invalid_client",
              "check oauth.clientId",
              "reason=added ",
              "error=invalid_client",
              "reason=breaker-open ",
              "status=200",
              "reason=works-without ",
              "status=200");
    }
  }
}
