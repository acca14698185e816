package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.stack.JvmClientsHost;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A JVM that maps classes which it has read before, some of them linked before the agent comes:
 * they are woven all the same, and neither has more to say than without it.
 */
class ClassCacheIT {

  @TempDir private Path folder;

  static Stream<ClassCache> caches() {
    return ClassCache.all().filter(cache -> InstalledJdks.isThorough());
  }

  static Stream<ClassCache> refused() {
    return caches().filter(ClassCache::isRefused);
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("caches")
  void healsRequestAndRecord(ClassCache cache) throws Exception {
    try (World world = World.start(Host.REPORT)) {
      world.login();
      ChildJvm client = client(cache.jdk(), world.folder(), Host.REPORT.mainClass(), "connect");
      cache.make(client, World.AGENT_CONFIGURATION);
      world.authorizationServer().expireAccessTokens();

      ChildResult connect =
          cache.use(client, World.AGENT_CONFIGURATION).withJvmArguments(cache.silence()).run();

      assertThat(connect.outputLines())
          .containsExactly("Reconnected to example-server", "echo: hello");
      assertThat(connect.errorLines()).allMatch(line -> line.startsWith("mcp-hotfix INFO  "));
      assertThat(connect.stderr()).contains("reason=added ").contains("reason=record-patched");
      assertThat(world.credentials()).containsOnlyOnce(World.CLIENT_ID);
    }
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("caches")
  void healsWhatTheClientsOfTheJvmSendAndUsesTheCache(ClassCache cache) throws Exception {
    try (StrictEndpoint endpoint = StrictEndpoint.start()) {
      ChildJvm client = refreshing(cache.jdk(), endpoint);
      cache.make(client, endpoint.options());

      ChildResult refreshed =
          cache
              .use(client, endpoint.options())
              .withJvmArguments(cache.silence())
              .withJvmArgument("-Xlog:class+load:file=" + folder.resolve("classes.txt"))
              .run();

      assertThat(refreshed.outputLines()).containsExactly("200", "200");
      assertThat(refreshed.errorLines()).allMatch(line -> line.startsWith("mcp-hotfix INFO  "));
      assertThat(isMapped(JvmClientsHost.class.getName())).isEqualTo(!cache.isRefused());
      assertThat(isMapped("dev.mcphotfix.agent.weave.")).isEqualTo(cache.holdsAgent());
    }
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("refused")
  void isToldOnStandardOutputThatACacheIsDropped(ClassCache cache) throws Exception {
    try (StrictEndpoint endpoint = StrictEndpoint.start()) {
      ChildJvm client = refreshing(cache.jdk(), endpoint);
      cache.make(client, endpoint.options());

      ChildResult refreshed = cache.use(client, endpoint.options()).run();

      assertThat(refreshed.stdout())
          .contains("Mismatched values for property jdk.module.addmods: java.instrument")
          .endsWith("200%n200%n".formatted());
    }
  }

  private ChildJvm refreshing(Jdk jdk, StrictEndpoint endpoint) {
    return client(jdk, folder, JvmClientsHost.class.getName(), endpoint.uri().toString());
  }

  /** Only what is in jars can be kept. */
  private static ChildJvm client(Jdk jdk, Path folder, String... arguments) {
    return ChildJvm.of(folder, arguments)
        .withJavaHome(jdk.home())
        .withClassPath(List.of(BuiltJars.testApplication()));
  }

  /** Whether a class whose name begins so comes from the cache. */
  private boolean isMapped(String name) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("classes.txt"))) {
      return lines
          .filter(line -> line.contains("] " + name))
          .anyMatch(line -> line.contains("shared objects file"));
    }
  }
}
