package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.loop.LoopHost;
import dev.mcphotfix.testapp.stack.Stack;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A refresh that an event loop sends before its token endpoint is known: the loop does something
 * else while that is found out, which in one of the tests it is only because the loop did.
 */
class EventLoopIT {

  private static final String REFRESH = "grant_type=refresh_token&refresh_token=r-1";

  @TempDir private Path folder;

  /** The client of each library whose calls an event loop makes. */
  static Stream<Arguments> loops() {
    return Stream.of(
        Arguments.of(Stack.REACTOR_NETTY_1_3, "ReactorNettyLoop"),
        Arguments.of(Stack.VERTX_5, "VertxLoop"),
        Arguments.of(Stack.KTOR_3_CIO, "KtorLoop"),
        Arguments.of(Stack.VERTX_4, "VertxLoop"));
  }

  /** The first on the newest JDK; each, also on the older ones, with {@code -Pthorough}. */
  static Stream<Arguments> onEach() {
    return loops()
        .limit(InstalledJdks.isThorough() ? 4 : 1)
        .flatMap(
            loop ->
                InstalledJdks.thorough().stream()
                    .map(jdk -> Arguments.of(loop.get()[0], loop.get()[1], jdk)));
  }

  @ParameterizedTest
  @MethodSource("onEach")
  void isHeldUntilTheEndpointIsKnown(Stack stack, String client, Jdk jdk) throws Exception {
    try (LateServer server = LateServer.start(true)) {
      ChildResult result = run(stack, client, jdk, server);

      assertThat(result.outputLines()).as(result.stderr()).containsExactly("200");
      assertThat(server.events())
          .as(result.stderr())
          .containsExactly("alive", REFRESH + "&client_id=mine");
      assertThat(result.stderr()).contains("added client_id").doesNotContain("agent-error");
    }
  }

  @ParameterizedTest
  @MethodSource("onEach")
  void goesOutAsItIsWhereTheServerNeverAnswers(Stack stack, String client, Jdk jdk)
      throws Exception {
    try (LateServer server = LateServer.start(false)) {
      ChildResult result = run(stack, client, jdk, server);

      assertThat(result.outputLines()).as(result.stderr()).containsExactly("200");
      assertThat(server.events()).as(result.stderr()).containsExactly("alive", REFRESH);
      assertThat(result.stderr())
          .contains("discovery failed", "reason=unknown-endpoint")
          .doesNotContain("agent-error");
    }
  }

  private ChildResult run(Stack stack, String client, Jdk jdk, LateServer server) throws Exception {
    List<Path> classPath = new ArrayList<>(stack.libraries(BuiltJars.stacks()));
    classPath.add(BuiltJars.classes());
    return ChildJvm.of(
            folder,
            LoopHost.class.getName(),
            LoopHost.class.getPackageName() + '.' + client,
            server.uri().toString())
        .withJavaHome(jdk.home())
        .withQuickStart()
        .withClassPath(classPath)
        .withAgent(BuiltJars.agent(), "clientId=mine,url=" + server.uri() + "mcp")
        .run();
  }
}
