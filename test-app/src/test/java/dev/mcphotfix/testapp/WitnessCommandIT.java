package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.library.JoddHost;
import dev.mcphotfix.testapp.library.Library;
import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The witness in a client that runs and of which nothing is known. */
class WitnessCommandIT {

  private static final String TIME = "3s";
  private static final int MOST_IN_A_SECOND = 10;

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  /** With {@code -Pthorough}; else none, as the rule is shown by what tells and goes again. */
  static Stream<Jdk> allJdks() {
    return jdks().filter(jdk -> InstalledJdks.isThorough());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("allJdks")
  void tellsWhatLeavesAndGoesAgain(Jdk jdk) throws Exception {
    Path errors = folder.resolve("errors");
    try (RecordingServer server = server()) {
      String endpoint = token(server);
      Process host = host(jdk, endpoint, errors);
      try (BufferedReader answers = host.inputReader(UTF_8)) {
        refresh(host, answers);
        CompletableFuture<ChildResult> command = witness(jdk, host);
        refreshUntilTold(host, answers, errors, command);
        ChildResult result = command.join();
        List<String> told = told(errors);
        refresh(host, answers);

        assertThat(result.exitCode())
            .as(result.stdout() + result.stderr() + Files.readString(errors))
            .isEqualTo(1);
        assertThat(result.stdout())
            .contains("witnessed endpoint=" + endpoint, "client_id=absent")
            .contains("token requests that left: " + Math.min(told.size(), MOST_IN_A_SECOND));
        assertThat(told(errors)).isEqualTo(told).isNotEmpty();
      } finally {
        host.destroyForcibly().onExit().join();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void goesByItselfOnceItsTimeIsOver(Jdk jdk) throws Exception {
    Path errors = folder.resolve("errors");
    try (RecordingServer server = server()) {
      Process host = host(jdk, token(server), errors);
      try (BufferedReader answers = host.inputReader(UTF_8)) {
        refresh(host, answers);
        ChildResult attached = command(jdk, "attach", host, "--mode=off", "--witness", "--for=1s");
        assertThat(attached.exitCode()).as(attached.stdout()).isZero();
        while (!command(jdk, "status", host).stderr().contains("the agent is not in")) {
          Thread.onSpinWait();
        }
        List<String> told = told(errors);
        refresh(host, answers);

        assertThat(told(errors)).isEqualTo(told);
      } finally {
        host.destroyForcibly().onExit().join();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void comesAndGoesBesideAllElse(Jdk jdk) throws Exception {
    Path errors = folder.resolve("errors");
    try (RecordingServer server = server()) {
      Process host = host(jdk, token(server), errors);
      try (BufferedReader answers = host.inputReader(UTF_8)) {
        refresh(host, answers);
        String[] options = {
          "--client-id", Arrivals.CLIENT_ID, "--token-endpoint", token(server), "--log-level=debug"
        };
        command(jdk, "attach", host, options);
        assertThat(refreshed(host, answers)).isEqualTo("1");
        assertThat(errors).content().doesNotContain("witness");
        command(jdk, "reload", host, "--witness", "--for", "1h");
        assertThat(refreshed(host, answers)).isEqualTo("1");
        command(jdk, "reload", host, "--witness=off");
        assertThat(refreshed(host, answers)).isEqualTo("1");

        assertThat(told(errors)).singleElement().asString().contains("DEBUG", "client_id=present");
      } finally {
        host.destroyForcibly().onExit().join();
      }
    }
  }

  /** Over a library that no hook covers. */
  @ParameterizedTest
  @MethodSource("jdks")
  void showsARuleThatHealsAsItIsPasted(Jdk jdk) throws Exception {
    Path errors = folder.resolve("errors");
    try (RecordingServer server = server()) {
      Process host = joddHost(jdk, token(server), errors);
      try (BufferedReader answers = host.inputReader(UTF_8)) {
        refresh(host, answers);
        CompletableFuture<ChildResult> command = witness(jdk, host);
        refreshUntilTold(host, answers, errors, command);
        List<String> shown = command.join().outputLines();
        assertThat(shown).as(Files.readString(errors)).anyMatch(line -> line.startsWith("{"));
        String rule = shown.stream().filter(line -> line.startsWith("{")).findFirst().orElseThrow();
        Files.writeString(
            folder.resolve("mcp-hotfix.json"),
            AgentFile.of(server, "\"rules\": [ %s ], ".formatted(rule)));
        ChildResult attached = command(jdk, "attach", host, "--config", "mcp-hotfix.json");

        assertThat(shown)
            .anyMatch(line -> line.contains("client=\"Jodd HTTP\""))
            .last()
            .asString()
            .endsWith("; the agent is out again");
        assertThat(attached.exitCode()).as(attached.stdout()).isZero();
        assertThat(refreshed(host, answers)).isEqualTo("1");
        assertThat(server.takeRequests())
            .last()
            .extracting(RecordedRequest::body)
            .asString()
            .contains("client_id=" + Arrivals.CLIENT_ID);
      } finally {
        host.destroyForcibly().onExit().join();
      }
    }
  }

  private static void refreshUntilTold(
      Process host, BufferedReader answers, Path errors, CompletableFuture<?> command)
      throws IOException {
    while (told(errors).isEmpty() && !command.isDone()) {
      refresh(host, answers);
    }
  }

  private static List<String> told(Path errors) throws IOException {
    return Files.readAllLines(errors).stream()
        .filter(line -> line.contains(" witnessed "))
        .toList();
  }

  private RecordingServer server() throws Exception {
    return RecordingServer.start(Arrivals.CLIENT_ID, LoopbackCertificate.makeIn(folder));
  }

  private static String token(RecordingServer server) {
    return server.uri().resolve("/token").toString();
  }

  private ChildResult command(Jdk jdk, String command, Process host, String... options)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command, Long.toString(host.pid())));
    arguments.addAll(List.of(options));
    return new CommandLine(jdk, folder).run(arguments.toArray(String[]::new));
  }

  private CompletableFuture<ChildResult> witness(Jdk jdk, Process host) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return command(jdk, "witness", host, "--for", TIME);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private Process host(Jdk jdk, String endpoint, Path errors) throws IOException {
    return host(jdk, RepeatingHost.class, List.of(), endpoint, errors);
  }

  private Process joddHost(Jdk jdk, String endpoint, Path errors) throws IOException {
    List<Path> libraries = Library.JODD.libraries(BuiltJars.stacks());
    return host(jdk, JoddHost.class, libraries, endpoint, errors);
  }

  private static Process host(
      Jdk jdk, Class<?> main, List<Path> libraries, String endpoint, Path errors)
      throws IOException {
    String classPath =
        Stream.concat(
                Stream.of(System.getProperty("java.class.path")),
                libraries.stream().map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator));
    return new ProcessBuilder(
            jdk.home().resolve("bin").resolve("java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            main.getName(),
            endpoint)
        .redirectError(errors.toFile())
        .start();
  }

  private static void refresh(Process host, BufferedReader answers) throws IOException {
    assertThat(refreshed(host, answers)).isEqualTo("0"); // Refused, as it has no id.
  }

  private static String refreshed(Process host, BufferedReader answers) throws IOException {
    host.outputWriter(UTF_8).append("1\n").flush();
    return answers.readLine();
  }
}
