package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The witness in a client that runs and of which nothing is known. */
class WitnessCommandIT {

  private static final String TIME = "6s";

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tellsWhatLeavesAndGoesAgain(Jdk jdk) throws Exception {
    LoopbackCertificate certificate = LoopbackCertificate.makeIn(folder);
    Path errors = folder.resolve("errors");
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      String endpoint = server.uri().resolve("/token").toString();
      Process host = host(jdk, endpoint, errors);
      try (BufferedReader answers = host.inputReader(UTF_8)) {
        refresh(host, answers);
        CompletableFuture<ChildResult> command = witness(jdk, host.pid());
        while (!command.isDone() && !Files.readString(errors).contains("SocketChannelImpl")) {
          Thread.onSpinWait();
        }
        refresh(host, answers);
        ChildResult result = command.join();
        refresh(host, answers);

        assertThat(result.exitCode()).as(result.stdout() + result.stderr()).isEqualTo(1);
        assertThat(result.stdout())
            .contains("witnessed endpoint=" + endpoint, "client_id=absent")
            .contains("token requests that left: 1; the agent is out again");
        assertThat(Files.readAllLines(errors))
            .filteredOn(line -> line.contains(" witnessed "))
            .hasSize(1);
      } finally {
        host.destroyForcibly().onExit().join();
      }
    }
  }

  private CompletableFuture<ChildResult> witness(Jdk jdk, long pid) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new CommandLine(jdk, folder).run("witness", Long.toString(pid), "--for", TIME);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private Process host(Jdk jdk, String endpoint, Path errors) throws IOException {
    return new ProcessBuilder(
            jdk.home().resolve("bin").resolve("java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            RepeatingHost.class.getName(),
            endpoint)
        .redirectError(errors.toFile())
        .start();
  }

  private static void refresh(Process host, BufferedReader answers) throws IOException {
    host.outputWriter(UTF_8).append("1\n").flush();
    assertThat(answers.readLine()).isEqualTo("0"); // Refused, as it has no id.
  }
}
