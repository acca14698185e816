package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With all hooks switched off the witness tells each token request of each HTTP library once, plain
 * and over TLS, and each byte arrives as without the agent. One library of them is run always, all
 * with {@code -Pthorough}.
 */
@Order(2) // Long, where all are run.
class WitnessStacksIT {

  /**
   * It does not get through the handshake with the server: what it hands over for encryption again
   * and again is told, and never arrives.
   */
  private static final Stack WITHOUT_TLS = Stack.APACHE5_0_ASYNC;

  /** Hooks of libraries whose callers are looked at, as they send on threads of their own. */
  private static final Set<String> WITH_CALLERS =
      Set.of(
          "jdk",
          "ktor",
          "reactor-netty",
          "okhttp",
          "jetty",
          "async-http-client",
          "armeria",
          "micronaut",
          "vertx");

  /** Those that send on the thread that asks them to; others do so on threads of their own. */
  private static final Set<Stack> ON_THE_CALLERS_THREAD =
      Set.of(
          Stack.APACHE4_0,
          Stack.APACHE4_5,
          Stack.APACHE5_0,
          Stack.APACHE5_6,
          Stack.URL_CONNECTION,
          Stack.HELIDON_4,
          Stack.HELIDON_4_HTTP_2);

  private static final Pattern ENDPOINT = Pattern.compile(" endpoint=\"?([^ \"?]+)");
  private static final Pattern FROM = Pattern.compile(" from=\"?([^ \"]+)");

  private static LoopbackCertificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = LoopbackCertificate.makeIn(shared);
  }

  static Stream<Stack> stacks() {
    List<String> asked = List.of(System.getProperty("it.stacks", "").split(","));
    return Stream.of(Stack.values())
        .filter(
            stack ->
                asked.contains("")
                    ? stack == Stack.OKHTTP_5 || InstalledJdks.isThorough()
                    : asked.contains(stack.hook()));
  }

  private static List<Jdk> jdks(Stack stack) {
    return stack.sendsThroughTheJvm() ? InstalledJdks.thorough() : InstalledJdks.newest();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void tellsEachTokenRequestOnceAndChangesNone(Stack stack) throws Exception {
    try (StackFamily family = StackFamily.start(stack.hook(), each -> each == stack, certificate)) {
      Files.writeString(
          folder.resolve("mcp-hotfix.json"),
          AgentFile.of(family.servers(), "\"http\": [], \"witness\": \"on\", "));
      for (Jdk jdk : jdks(stack)) {
        ChildJvm host =
            family
                .host(folder, each -> each != WITHOUT_TLS)
                .withJavaHome(jdk.home())
                .withJvmArguments(certificate.trust());
        StackRun without = family.run(host).get(0);
        StackRun with = family.run(host.withAgent(BuiltJars.agent(), "mcp-hotfix.json")).get(0);

        assertThat(with.arrived()).isEqualTo(without.arrived());
        assertThat(with.result().stdout()).isEqualTo(without.result().stdout());
        check(told(with), with.stack(), with.arrived(), family.servers().get(0));
      }
    }
  }

  private static List<String> told(StackRun with) {
    List<String> told = with.log().lines().filter(line -> line.contains(" witnessed ")).toList();
    assertThat(told)
        .as(with.log())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("mcp-hotfix WARN"))
        .allMatch(line -> line.contains(" why=\"no hook has examined it\" "));
    return told;
  }

  private static void check(
      List<String> told, Stack stack, List<RecordedRequest> arrived, RecordingServer server) {
    List<String> more =
        new ArrayList<>(told.stream().flatMap(line -> match(ENDPOINT, line)).toList());
    assertThat(endpoints(arrived, server)).as(told.toString()).allMatch(more::remove);
    assertThat(more) // It is not looked at whether the redirected stream arrives.
        .isSubsetOf(server.uri().resolve("/moved/token").toString())
        .hasSizeLessThan(2);
    assertThat(told.stream().filter(line -> !line.contains(" endpoint=")))
        .allMatch(line -> line.matches(".* seen=\"(HTTP/2: the data frame|the body) alone\" .*"))
        .hasSizeBetween(
            (int) tokenRequests(arrived).filter(WitnessStacksIT::isFramed).count(),
            (int) arrived.stream().filter(WitnessStacksIT::mayBeSeenAlone).count());
    assertThat(told.stream().flatMap(line -> match(FROM, line)))
        .hasSizeGreaterThanOrEqualTo(atLeast(stack, told.size()))
        .allMatch(from -> from.startsWith("dev.mcphotfix.testapp."));
  }

  /**
   * What a redirect or a challenge sends again has none, nor what is compressed by HTTP/2, nor what
   * Micronaut's raw client is given.
   */
  static int atLeast(Stack stack, int told) {
    if (ON_THE_CALLERS_THREAD.contains(stack)) {
      return told;
    }
    return WITH_CALLERS.contains(stack.hook()) || stack == Stack.APACHE5_6_ASYNC ? told / 3 : 0;
  }

  private static Stream<String> match(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Stream.of(matcher.group(1)) : Stream.of();
  }

  /** Those of HTTP/1.1; over HTTP/2 they are compressed by what was sent before. */
  private static List<String> endpoints(List<RecordedRequest> arrived, RecordingServer server) {
    return tokenRequests(arrived)
        .filter(request -> !isFramed(request))
        .map(
            request ->
                (request.secure() ? server.secureUri() : server.uri())
                    .resolve(request.target().replaceFirst("\\?.*", ""))
                    .toString())
        .toList();
  }

  private static Stream<RecordedRequest> tokenRequests(List<RecordedRequest> arrived) {
    return arrived.stream()
        .filter(request -> request.header("Content-Type").startsWith("application/x-www-form"))
        .filter(request -> request.body().contains("grant_type="));
  }

  private static boolean isFramed(RecordedRequest request) {
    return request.protocol().equals("HTTP/2.0");
  }

  /** Where a head of another type is written by itself, what follows is a form alone. */
  private static boolean mayBeSeenAlone(RecordedRequest request) {
    return request.header("X-Call").equals("multipart")
        || tokenRequests(List.of(request)).anyMatch(WitnessStacksIT::isFramed);
  }
}
