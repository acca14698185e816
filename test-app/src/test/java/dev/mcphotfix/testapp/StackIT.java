package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.stack.StackHost;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each HTTP library on each JDK sends the same calls without the agent and with it, plainly and
 * over TLS; what arrived is compared byte for byte.
 */
class StackIT {

  /** It does not get through the handshake with the server, with the agent or without it. */
  private static final Stack WITHOUT_TLS = Stack.APACHE5_0_ASYNC;

  /**
   * What Ktor's Apache engine ends a call with when it has lost its turn to write a stream over
   * HTTP/2 and has waited ten seconds for it: about once in a thousand runs, without the agent.
   */
  private static final String LOST_TURN = "org.apache.hc.core5.http2.H2StreamResetException";

  private static final StackResults RESULTS = new StackResults();

  private static LoopbackCertificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = LoopbackCertificate.makeIn(shared);
  }

  @AfterAll
  static void compareWithPage() throws Exception {
    RESULTS.compareWithPage();
  }

  static Stream<Arguments> runs() {
    List<Jdk> jdks = InstalledJdks.find();
    List<String> hooks = List.of(System.getProperty("it.stacks", "").split(","));
    return Stream.of(Stack.values())
        .filter(stack -> hooks.contains("") || hooks.contains(stack.hook()))
        .flatMap(
            stack ->
                jdks.stream()
                    .filter(jdk -> stack.runsOn(jdk.feature()))
                    .map(jdk -> Arguments.of(stack, jdk)));
  }

  @ParameterizedTest(name = "{0} on JDK {1}")
  @MethodSource("runs")
  void healsRefreshesAndNothingElse(Stack stack, Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      ChildJvm host = host(stack, jdk, server);
      ChildResult without = run(host, server);
      List<RecordedRequest> plain = Arrivals.at(server);
      Files.writeString(folder.resolve("mcp-hotfix.json"), AgentFile.of(server, ""));
      ChildResult with = run(host.withAgent(BuiltJars.agent(), "mcp-hotfix.json"), server);
      List<RecordedRequest> patched = Arrivals.at(server);

      assertThat(without.exitCode()).as(without.stderr()).isZero();
      assertThat(with.exitCode()).as(with.stderr()).isZero();
      Arrivals.compare(plain, patched, stack);
      assertThat(decisions(with))
          .as(with.stderr())
          .hasSizeGreaterThanOrEqualTo(calls(plain, stack).size())
          .allMatch(named(stack));
      assertThat(calls(plain, stack)).hasSizeGreaterThanOrEqualTo(18);
      new Answers(stack, patched).check(without, with);
      assertThat(secure(plain)).hasSizeGreaterThanOrEqualTo(stack == WITHOUT_TLS ? 0 : 13);
      if (stack.speaksHttp2()) {
        assertThat(secure(plain)).extracting(RecordedRequest::protocol).containsOnly("HTTP/2.0");
      }
      RESULTS.add(stack, jdk);
    }
  }

  /** Once more where the library lost a call of its own accord. */
  private static ChildResult run(ChildJvm host, RecordingServer server) throws Exception {
    ChildResult first = host.run();
    if (!first.stdout().contains(LOST_TURN)) {
      return first;
    }
    server.takeRequests();
    return host.run();
  }

  /** Those that must get the id; what a library sends again below the hook counts once. */
  private static Set<String> calls(List<RecordedRequest> plain, Stack stack) {
    return plain.stream()
        .filter(request -> Arrivals.isHealed(request) && !Arrivals.mayBeLeftAlone(request, stack))
        .map(request -> request.header("X-Call") + request.secure())
        .collect(Collectors.toSet());
  }

  private static List<String> decisions(ChildResult result) {
    return result.errorLines().stream()
        .filter(line -> line.contains("added client_id") || line.contains("filled client_id"))
        .toList();
  }

  private static Predicate<String> named(Stack stack) {
    return line ->
        line.contains("hook=" + stack.hook() + " ")
            || line.contains("hook=" + stack.lowerHook() + " ");
  }

  private static List<RecordedRequest> secure(List<RecordedRequest> requests) {
    return requests.stream().filter(RecordedRequest::secure).toList();
  }

  private ChildJvm host(Stack stack, Jdk jdk, RecordingServer server) throws Exception {
    List<Path> classPath = new ArrayList<>(stack.libraries(BuiltJars.stacks()));
    classPath.add(BuiltJars.classes());
    return ChildJvm.of(
            folder,
            StackHost.class.getName(),
            stack.clientClass(),
            server.uri().toString(),
            server.secureUri().toString())
        .withJavaHome(jdk.home())
        .withQuickStart()
        .withJvmArguments(certificate.trust())
        .withClassPath(classPath);
  }
}
