package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.stack.StackHost;
import dev.mcphotfix.testapp.stack.VertxHttp2Stack;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not healed arrives as without the agent, and the log warns of it once for each url. */
class VertxHttp2IT {

  @TempDir private Path folder;

  /** With {@code -Pthorough}; else none, as NettyTest shows it of the agent alone. */
  static Stream<Stack> versions() {
    return Stream.of(Stack.VERTX_4, Stack.VERTX_5).filter(stack -> InstalledJdks.isThorough());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("versions")
  void leavesHttp2AloneAndSaysSo(Stack vertx) throws Exception {
    LoopbackCertificate certificate = LoopbackCertificate.makeIn(folder);
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      String endpoint = server.secureUri() + "token";
      ChildJvm host = host(vertx, server, certificate);

      host.run();
      List<RecordedRequest> plain = Arrivals.at(server);
      ChildResult with =
          host.withAgent(
                  BuiltJars.agent(),
                  "clientId=" + Arrivals.CLIENT_ID + ",logLevel=debug,tokenEndpoint=" + endpoint)
              .run();
      List<RecordedRequest> arrived = Arrivals.at(server);

      assertThat(arrived).hasSizeGreaterThan(30).isEqualTo(plain);
      assertThat(arrived).extracting(RecordedRequest::protocol).containsOnly("HTTP/2.0");
      assertThat(with.errorLines())
          .filteredOn(line -> line.contains("left alone") && line.contains("endpoint=" + endpoint))
          .hasSizeGreaterThan(10)
          .allMatch(line -> line.contains("hook=vertx"))
          .filteredOn(line -> line.startsWith("mcp-hotfix WARN"))
          .singleElement()
          .asString()
          .contains("reason=body-unreadable:http/2");
      assertThat(with.stderr()).doesNotContain("agent-error").doesNotContain("added client_id");
    }
  }

  private ChildJvm host(Stack vertx, RecordingServer server, LoopbackCertificate certificate)
      throws Exception {
    List<Path> classPath = new ArrayList<>(vertx.libraries(BuiltJars.stacks()));
    classPath.add(BuiltJars.classes());
    return ChildJvm.of(
            folder,
            StackHost.class.getName(),
            VertxHttp2Stack.class.getName(),
            server.secureUri().toString())
        .withQuickStart()
        .withJvmArguments(certificate.trust())
        .withClassPath(classPath);
  }
}
