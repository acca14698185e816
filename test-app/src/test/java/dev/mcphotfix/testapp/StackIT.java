package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each HTTP library sends the same calls without the agent and with it, on the newest JDK plainly
 * and over TLS, on older ones plainly; what arrived is compared byte for byte. The older versions
 * of each, TLS where it changes nothing, and all but one with nothing but a trace, are run with
 * {@code -Pthorough}.
 */
@Order(1) // The longest: begun last, it would leave the other cores idle in the end.
class StackIT {

  /** It does not get through the handshake with the server, with the agent or without it. */
  private static final Stack WITHOUT_TLS = Stack.APACHE5_0_ASYNC;

  /** Its client sends long bodies over HTTP/1.1. */
  private static final Stack SHORT_OVER_HTTP_2 = Stack.HELIDON_4_HTTP_2;

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

  static Stream<String> hooks() {
    List<String> asked = asked();
    return Stream.of(Stack.values())
        .map(Stack::hook)
        .distinct()
        .filter(hook -> asked.contains("") || asked.contains(hook));
  }

  /** The hooks that are asked for by name; else one empty name. */
  private static List<String> asked() {
    return List.of(System.getProperty("it.stacks", "").split(","));
  }

  /**
   * The newest version of each client but those that are made of another for OAuth, and those that
   * send plainly what another sends that speaks HTTP/2 over TLS; all where that, or their hook, is
   * asked for.
   */
  private static boolean isRun(Stack stack) {
    boolean isOfItsOwn = !stack.clientName().contains("OAuth") && !stack.hasTwinOverHttp2();
    return isAsked(stack) || (stack.isNewest() && isOfItsOwn);
  }

  private static boolean isAsked(Stack stack) {
    return InstalledJdks.isThorough() || asked().contains(stack.hook());
  }

  /** Hooks stand above encryption; what differs is HTTP/2, and what the JVM itself sends. */
  private static boolean isRunOverTls(Stack stack) {
    return isAsked(stack) || stack.speaksHttp2() || stack.sendsThroughTheJvm();
  }

  @ParameterizedTest
  @MethodSource("hooks")
  void healsRefreshesAndNothingElse(String hook) throws Exception {
    try (StackFamily family = StackFamily.start(hook, StackIT::isRun, certificate)) {
      Files.writeString(folder.resolve("mcp-hotfix.json"), AgentFile.of(family.servers(), ""));
      Jdk newest = InstalledJdks.newest().get(0);
      List<StackRun> onNewest = onNewest(newest, family);
      for (Jdk older : InstalledJdks.find()) {
        if (older.feature() < newest.feature()) {
          onOlder(older, family.only(stack -> isRunOn(older, stack)), onNewest);
        }
      }
    }
  }

  /** What the JVM itself sends is another thing on each; all where that is asked for. */
  private static boolean isRunOn(Jdk older, Stack stack) {
    return stack.runsOn(older.feature())
        && (InstalledJdks.isThorough() || stack.sendsThroughTheJvm());
  }

  private List<StackRun> onNewest(Jdk newest, StackFamily family) throws Exception {
    ChildJvm host = host(family, newest, StackIT::isRunOverTls);
    List<StackRun> without = family.run(withoutAgent(host));
    assertThat(without).allSatisfy(StackIT::checkTls);
    assertThat(without)
        .zipSatisfy(
            family.run(withAgent(host)),
            (plain, patched) -> check(plain, patched, isRunOverTls(plain.stack()) ? 18 : 13));
    checkTrace(family, host, without);
    family.stacks().forEach(stack -> RESULTS.add(stack, newest));
    return without;
  }

  private static void checkTrace(StackFamily family, ChildJvm host, List<StackRun> without)
      throws Exception {
    if (isTraced(family)) {
      ChildJvm traced = host.withAgent(BuiltJars.agent(), "mcp-hotfix.json,mode=off,trace=on");
      assertThat(without)
          .zipSatisfy(family.run(traced), (plain, told) -> new StackTrace(plain, told).check());
    }
  }

  /** One library always, and those that are asked for. */
  private static boolean isTraced(StackFamily family) {
    return family.stacks().stream()
        .anyMatch(stack -> isAsked(stack) || stack == Stack.ASYNC_HTTP_CLIENT_3);
  }

  private static void checkTls(StackRun without) {
    assertThat(without.secure())
        .hasSizeGreaterThanOrEqualTo(
            without.stack() == WITHOUT_TLS || !isRunOverTls(without.stack()) ? 0 : 13);
    if (without.stack().speaksHttp2()) {
      assertThat(without.secure())
          .filteredOn(sent -> without.stack() != SHORT_OVER_HTTP_2 || sent.body().length() < 65_536)
          .extracting(RecordedRequest::protocol)
          .containsOnly("HTTP/2.0");
    }
  }

  private void onOlder(Jdk older, StackFamily family, List<StackRun> onNewest) throws Exception {
    if (family.stacks().isEmpty()) {
      return;
    }
    List<StackRun> without = withoutAgent(older, family, onNewest);
    List<StackRun> with = family.run(withAgent(host(family, older, stack -> false)));
    assertThat(without).zipSatisfy(with, (plain, patched) -> check(plain, patched, 13));
    checkTrace(family, host(family, older, stack -> false), without);
    family.stacks().forEach(stack -> RESULTS.add(stack, older));
  }

  /** What a library sends on each JDK is taken from the newest. */
  private List<StackRun> withoutAgent(Jdk older, StackFamily family, List<StackRun> onNewest)
      throws Exception {
    List<StackRun> runs = new ArrayList<>();
    List<Stack> dependent = new ArrayList<>();
    for (StackRun run : onNewest) {
      if (run.stack().sendsThroughTheJvm() || run.namesItsJava()) {
        dependent.add(run.stack());
      } else if (family.stacks().contains(run.stack())) {
        runs.add(run.withoutTls());
      }
    }
    StackFamily own = family.only(dependent::contains);
    if (!own.stacks().isEmpty()) {
      runs.addAll(own.run(withoutAgent(host(own, older, stack -> false))));
    }
    runs.sort(Comparator.comparing(StackRun::stack));
    return runs;
  }

  private static void check(StackRun without, StackRun with, int calls) {
    Stack stack = without.stack();
    assertThat(with.stack()).isEqualTo(stack);
    Arrivals.compare(without.arrived(), with.arrived(), stack);
    assertThat(decisions(with.result()))
        .as(with.log())
        .hasSizeGreaterThanOrEqualTo(calls(without.arrived(), stack).size())
        .allMatch(named(stack));
    assertThat(calls(without.arrived(), stack)).hasSizeGreaterThanOrEqualTo(calls);
    new Answers(stack, with.arrived()).check(without.result(), with.result());
  }

  /** What is woven is verified; that the libraries are in order needs no proof. */
  private static ChildJvm withoutAgent(ChildJvm host) {
    return host.withJvmArguments(
        List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));
  }

  private static ChildJvm withAgent(ChildJvm host) {
    return host.withAgent(BuiltJars.agent(), "mcp-hotfix.json");
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

  private ChildJvm host(StackFamily family, Jdk jdk, Predicate<Stack> secure) throws Exception {
    return family
        .host(folder, secure)
        .withJavaHome(jdk.home())
        .withJvmArguments(certificate.trust());
  }
}
