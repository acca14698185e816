package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.library.Library;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import dev.mcphotfix.testapp.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A Spring Boot fat jar refreshes through RestClient over each of its factories, with nothing but
 * the client's own configuration: the endpoint is to be discovered when the first refresh is sent.
 */
class FatJarIT {

  private static final String MAIN = "dev.mcphotfix.testapp.library.RestClientHost";
  private static final String OPTIONS = "mcpConfig=.mcp.json";
  private static final Pattern TOKEN = Pattern.compile("\"refreshToken\"\\s*:\\s*\"([^\"]+)\"");

  private static Path jar;

  @BeforeAll
  static void build(@TempDir Path shared) throws Exception {
    Path loader = Path.of(Files.readAllLines(BuiltJars.stacks().resolve("boot-loader")).get(0));
    List<Path> libraries = Library.REST_CLIENT_JDK.libraries(BuiltJars.stacks());
    jar = FatJar.write(shared.resolve("app.jar"), loader, BuiltJars.classes(), libraries, MAIN);
  }

  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream();
  }

  /** With {@code -Pthorough} a hundred times. */
  @ParameterizedTest(name = "JDK {0}")
  @MethodSource("jdks")
  void isHealedManyTimesOverEachFactory(Jdk jdk) throws Exception {
    int times = InstalledJdks.isThorough() ? 100 : 20;
    try (World world = World.start(Host.REPORT)) {
      ChildResult result = run(host(world, jdk, times).withAgent(BuiltJars.agent(), OPTIONS));

      assertThat(result.outputLines())
          .as(result.stderr())
          .containsExactly(
              "apache5 " + times,
              "jdk " + times,
              "jetty " + times,
              "reactor-netty " + times,
              "url-connection " + times);
      assertThat(world.refreshRequests())
          .hasSize(5 * times)
          .extracting(RecordedRequest::body)
          .allSatisfy(body -> assertThat(body).containsOnlyOnce("client_id=" + World.CLIENT_ID));
    }
  }

  /** With {@code -Pthorough}; else none, as {@link WithoutAgentIT} shows the defect. */
  static Stream<Jdk> thorough() {
    return jdks().filter(jdk -> InstalledJdks.isThorough());
  }

  @ParameterizedTest(name = "JDK {0}", allowZeroInvocations = true)
  @MethodSource("thorough")
  void isRefusedWithoutTheAgent(Jdk jdk) throws Exception {
    try (World world = World.start(Host.REPORT)) {
      assertThat(run(host(world, jdk, 1)).outputLines())
          .containsExactly("apache5 0", "jdk 0", "jetty 0", "reactor-netty 0", "url-connection 0");
    }
  }

  private static ChildJvm host(World world, Jdk jdk, int times) throws Exception {
    world.login();
    Matcher token = TOKEN.matcher(world.credentials());
    assertThat(token.find()).isTrue();
    return ChildJvm.of(
            world.folder(),
            "-jar",
            jar.toString(),
            world.authorizationServer().tokenEndpoint().toString(),
            token.group(1),
            Integer.toString(times))
        .withJavaHome(jdk.home())
        .withQuickStart();
  }

  private static ChildResult run(ChildJvm host) throws Exception {
    ChildResult result = host.run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return result;
  }
}
