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
import java.net.URI;
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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each HTTP library sends the same calls without the agent and with it, on the newest JDK plainly
 * and over TLS, on older ones plainly; what arrived is compared byte for byte.
 */
class StackIT {

  /** It does not get through the handshake with the server, with the agent or without it. */
  private static final Stack WITHOUT_TLS = Stack.APACHE5_0_ASYNC;

  /**
   * What libraries end a call with that they have lost themselves: Apache's over HTTP/2, when a
   * stream has waited ten seconds for its turn (about once in a thousand runs, without the agent),
   * or over a connection that was closed before it could be used; Jetty's, whose selector was
   * faster than the end of the connection.
   */
  private static final List<String> LOST =
      List.of(
          "org.apache.hc.core5.http2.H2StreamResetException",
          "org.apache.hc.core5.http.RequestNotExecutedException",
          "java.nio.channels.CancelledKeyException");

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

  static Stream<Stack> stacks() {
    List<String> hooks = List.of(System.getProperty("it.stacks", "").split(","));
    return Stream.of(Stack.values())
        .filter(stack -> hooks.contains("") || hooks.contains(stack.hook()));
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void healsRefreshesAndNothingElse(Stack stack) throws Exception {
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      Files.writeString(folder.resolve("mcp-hotfix.json"), AgentFile.of(server, ""));
      Jdk newest = InstalledJdks.newest().get(0);
      ChildJvm host = host(stack, newest, server.uri(), server.secureUri());
      StackRun without = run(host, server);
      assertThat(without.secure()).hasSizeGreaterThanOrEqualTo(stack == WITHOUT_TLS ? 0 : 13);
      if (stack.speaksHttp2()) {
        assertThat(without.secure()).extracting(RecordedRequest::protocol).containsOnly("HTTP/2.0");
      }
      check(stack, without, withAgent(host, server), 18);
      RESULTS.add(stack, newest);
      for (Jdk older : olderThan(newest, stack)) {
        checkOn(older, stack, without, server);
      }
    }
  }

  private void checkOn(Jdk older, Stack stack, StackRun onNewest, RecordingServer server)
      throws Exception {
    ChildJvm host = host(stack, older, server.uri());
    boolean dependsOnJava = stack.sendsThroughTheJvm() || onNewest.namesItsJava();
    StackRun without = dependsOnJava ? run(host, server) : onNewest.withoutTls();
    check(stack, without, withAgent(host, server), 13);
    RESULTS.add(stack, older);
  }

  private static List<Jdk> olderThan(Jdk newest, Stack stack) {
    return InstalledJdks.find().stream()
        .filter(jdk -> jdk.feature() < newest.feature() && stack.runsOn(jdk.feature()))
        .toList();
  }

  private static void check(Stack stack, StackRun without, StackRun with, int calls) {
    assertThat(without.result().exitCode()).as(without.result().stderr()).isZero();
    assertThat(with.result().exitCode()).as(with.result().stderr()).isZero();
    Arrivals.compare(without.arrived(), with.arrived(), stack);
    assertThat(decisions(with.result()))
        .as(with.result().stderr())
        .hasSizeGreaterThanOrEqualTo(calls(without.arrived(), stack).size())
        .allMatch(named(stack));
    assertThat(calls(without.arrived(), stack)).hasSizeGreaterThanOrEqualTo(calls);
    new Answers(stack, with.arrived()).check(without.result(), with.result());
  }

  private static StackRun withAgent(ChildJvm host, RecordingServer server) throws Exception {
    return run(host.withAgent(BuiltJars.agent(), "mcp-hotfix.json"), server);
  }

  /** Once more where the library lost a call of its own accord. */
  private static StackRun run(ChildJvm host, RecordingServer server) throws Exception {
    ChildResult result = host.run();
    if (LOST.stream().anyMatch(result.stdout()::contains)) {
      server.takeRequests();
      result = host.run();
    }
    return new StackRun(result, Arrivals.at(server));
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

  private ChildJvm host(Stack stack, Jdk jdk, URI... servers) throws Exception {
    List<Path> classPath = new ArrayList<>(stack.libraries(BuiltJars.stacks()));
    classPath.add(BuiltJars.classes());
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(StackHost.class.getName(), stack.clientClass()));
    Stream.of(servers).map(URI::toString).forEach(arguments::add);
    return ChildJvm.of(folder, arguments.toArray(String[]::new))
        .withJavaHome(jdk.home())
        .withQuickStart()
        .withJvmArguments(certificate.trust())
        .withClassPath(classPath);
  }
}
