package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.Header;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each HTTP library on each JDK sends the same calls without the agent and with it, plainly and
 * over TLS; what arrived is compared byte for byte.
 */
class StackIT {

  private static final String CLIENT_ID = "my-static-client";

  /** The hooks of those that speak HTTP/2 without being asked to. */
  private static final Set<String> HTTP_2 = Set.of("jdk", "okhttp");

  /**
   * The hooks of libraries that send the header of a request with {@code Expect: 100-continue}, and
   * the length with it, before the body is asked for: such a body is left alone.
   */
  private static final Set<String> LENGTH_FIRST =
      Set.of("jetty", "reactor-netty", "vertx", "micronaut", "async-http-client");

  /** It does not get through the handshake with the server, with the agent or without it. */
  private static final Stack WITHOUT_TLS = Stack.APACHE5_0_ASYNC;

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
    try (RecordingServer server = RecordingServer.start(CLIENT_ID, certificate)) {
      ChildJvm host = host(stack, jdk, server);
      ChildResult without = host.run();
      List<RecordedRequest> plain = arrived(server);
      ChildResult with = host.withAgent(BuiltJars.agent(), configuration(server)).run();
      List<RecordedRequest> patched = arrived(server);

      assertThat(without.exitCode()).as(without.stderr()).isZero();
      assertThat(with.exitCode()).as(with.stderr()).isZero();
      assertThat(patched).hasSameSizeAs(plain);
      for (int i = 0; i < plain.size(); i++) {
        compare(plain.get(i), patched.get(i), stack);
      }
      assertThat(decisions(with))
          .as(with.stderr())
          .hasSizeGreaterThanOrEqualTo(calls(plain, stack).size())
          .allMatch(named(stack));
      assertThat(calls(plain, stack)).hasSizeGreaterThanOrEqualTo(15);
      assertThat(secure(plain)).hasSizeGreaterThanOrEqualTo(stack == WITHOUT_TLS ? 0 : 13);
      if (HTTP_2.contains(stack.hook())) {
        assertThat(secure(plain)).extracting(RecordedRequest::protocol).containsOnly("HTTP/2.0");
      }
      RESULTS.add(stack, jdk);
    }
  }

  /**
   * All but what a redirect makes of a stream that was read: whether the JDK's client still sends
   * that without a body is a race of its own.
   */
  private static List<RecordedRequest> arrived(RecordingServer server) {
    return server.takeRequests().stream()
        .filter(
            request ->
                !request.target().equals("/moved/token")
                    || !request.header("X-Call").equals("healed-moved-stream"))
        .toList();
  }

  private static void compare(RecordedRequest plain, RecordedRequest patched, Stack stack) {
    String call = plain.header("X-Call");
    if (!isHealed(plain) || (mayBeLeftAlone(plain, stack) && patched.body().equals(plain.body()))) {
      assertThat(patched).as(call).isEqualTo(plain);
    } else {
      assertThat(patched.body()).as(call).isEqualTo(healed(plain.body()));
      assertThat(patched.status()).as(call).isEqualTo(plain.status() == 400 ? 200 : plain.status());
      assertThat(patched.protocol()).isEqualTo(plain.protocol());
      assertThat(unframed(patched)).as(call).isEqualTo(unframed(plain));
    }
  }

  /** A stream that a redirect finds empty has no refresh in it. */
  private static boolean isHealed(RecordedRequest plain) {
    return plain.header("X-Call").startsWith("healed-") && plain.body().contains("grant_type=");
  }

  /**
   * Where a library looks after redirects and challenges behind the hook, the id goes with the
   * body; where it does so before, each of these requests is decided about.
   */
  private static boolean mayBeLeftAlone(RecordedRequest plain, Stack stack) {
    boolean uncovered = plain.protocol().equals("HTTP/2.0") && !HTTP_2.contains(stack.hook());
    boolean lengthOfItsOwn =
        plain.header("X-Call").equals("healed-length") && stack.hook().equals("ktor");
    return uncovered
        || lengthOfItsOwn
        || plain.target().equals("/elsewhere")
        || !plain.header("Authorization").isEmpty()
        || (!plain.header("Expect").isEmpty() && LENGTH_FIRST.contains(stack.hook()));
  }

  /** Those that must get the id; what a library sends again below the hook counts once. */
  private static Set<String> calls(List<RecordedRequest> plain, Stack stack) {
    return plain.stream()
        .filter(request -> isHealed(request) && !mayBeLeftAlone(request, stack))
        .map(request -> request.header("X-Call") + request.secure())
        .collect(Collectors.toSet());
  }

  private static String healed(String body) {
    if (body.contains("client_id=")) {
      return body.replaceFirst("client_id=(null)?", "client_id=" + CLIENT_ID);
    }
    return body + "&client_id=" + CLIENT_ID;
  }

  /** Every header but the length, and whether there was one. */
  private static List<Header> unframed(RecordedRequest request) {
    return request.headers().stream()
        .map(
            header ->
                header.name().equalsIgnoreCase("Content-Length")
                    ? new Header(header.name(), "")
                    : header)
        .toList();
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

  /** One client, which is known to several token endpoints. */
  private String configuration(RecordingServer server) throws Exception {
    List<String> servers = new ArrayList<>();
    for (URI uri : List.of(server.uri(), server.secureUri())) {
      for (String path : List.of("token", "moved/token", "guarded/token")) {
        servers.add(
            "\"%s%s\": { \"oauth\": { \"clientId\": \"%s\", \"tokenEndpoint\": \"%s%s\" } }"
                .formatted(uri.getScheme(), path, CLIENT_ID, uri, path));
      }
    }
    String file = "mcp-hotfix.json";
    String content = "{ \"mcpServers\": { " + String.join(",\n", servers) + " } }";
    Files.writeString(folder.resolve(file), content);
    return file;
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
