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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  private static LoopbackCertificate certificate;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path shared) throws Exception {
    certificate = LoopbackCertificate.makeIn(shared);
  }

  static Stream<Arguments> runs() {
    List<Jdk> jdks = InstalledJdks.find();
    List<String> hooks = List.of(System.getProperty("it.stacks", "").split(","));
    return Stream.of(Stack.values())
        .filter(stack -> hooks.contains("") || hooks.contains(stack.hook()))
        .flatMap(stack -> jdks.stream().map(jdk -> Arguments.of(stack, jdk)));
  }

  @ParameterizedTest(name = "{0} on JDK {1}")
  @MethodSource("runs")
  void healsRefreshesAndNothingElse(Stack stack, Jdk jdk) throws Exception {
    try (RecordingServer server = RecordingServer.start(CLIENT_ID, certificate)) {
      ChildJvm host = host(stack, jdk, server);
      ChildResult without = host.run();
      List<RecordedRequest> plain = server.requests();
      ChildResult with = host.withAgent(BuiltJars.agent(), configuration(server)).run();
      List<RecordedRequest> patched =
          server.requests().subList(plain.size(), server.requests().size());

      assertThat(without.exitCode()).as(without.stderr()).isZero();
      assertThat(with.exitCode()).as(with.stderr()).isZero();
      assertThat(patched).hasSameSizeAs(plain);
      for (int i = 0; i < plain.size(); i++) {
        compare(plain.get(i), patched.get(i));
      }
      assertThat(decisions(with)).as(with.stderr()).hasSize(8 + 4).allMatch(named(stack));
      assertThat(http2(plain))
          .as("calls over HTTP/2")
          .hasSize(HTTP_2.contains(stack.hook()) ? 11 : 0);
    }
  }

  private static void compare(RecordedRequest plain, RecordedRequest patched) {
    if (call(plain).startsWith("healed-")) {
      assertThat(patched.status()).as(call(plain)).isEqualTo(200);
      assertThat(patched.body()).isEqualTo(healed(plain.body()));
      assertThat(unframed(patched)).as(call(plain)).isEqualTo(unframed(plain));
    } else {
      assertThat(patched).as(call(plain)).isEqualTo(plain);
    }
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

  private static String call(RecordedRequest request) {
    return request.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase("X-Call"))
        .map(Header::value)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> decisions(ChildResult result) {
    return result.errorLines().stream()
        .filter(line -> line.contains("added client_id") || line.contains("filled client_id"))
        .toList();
  }

  private static Predicate<String> named(Stack stack) {
    return line -> line.contains("hook=" + stack.hook() + " ");
  }

  private static List<RecordedRequest> http2(List<RecordedRequest> requests) {
    return requests.stream().filter(request -> request.protocol().equals("HTTP/2.0")).toList();
  }

  /** Both ports are token endpoints of the one client. */
  private String configuration(RecordingServer server) throws Exception {
    Files.writeString(
        folder.resolve("mcp-hotfix.json"),
        """
        { "mcpServers": {
            "plain": { "oauth": { "clientId": "%s", "tokenEndpoint": "%stoken" } },
            "secure": { "oauth": { "clientId": "%s", "tokenEndpoint": "%stoken" } } } }
        """
            .formatted(CLIENT_ID, server.uri(), CLIENT_ID, server.secureUri()));
    return "mcp-hotfix.json";
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
