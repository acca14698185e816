package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of a trace as events of the host's spans, where it has any. */
class SpanIT {

  private static final String TOKEN = "refresh-token-that-nobody-may-see";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#thorough")
  void tellsARefreshToTheSpanInWhichItIs(Jdk jdk) throws Exception {
    ChildResult run = run(jdk, "mode=off", SpanHost.class, "within");

    List<String> output = run.outputLines();
    assertThat(output).as(run.stderr()).hasSize(6).startsWith("400", "401");
    assertThat(output.get(2))
        .startsWith("mcp.oauth.step {")
        .contains("mcp.oauth.step=token-request", "mcp.oauth.grant=refresh_token");
    assertThat(output.get(3))
        .startsWith("mcp.oauth.step {")
        .contains("mcp.oauth.step=token-response", "mcp.oauth.status=400L");
    assertThat(output.get(4))
        .startsWith("mcp.oauth.diagnosis {")
        .contains("mcp.oauth.cause=no-client-id");
    assertThat(output.get(5)).contains("mcp.oauth.step=request-refused", "mcp.oauth.status=401L");
    assertThat(output.toString()).doesNotContain(TOKEN);
    assertThat(run.errorLines())
        .filteredOn(line -> line.contains("span"))
        .containsExactly(
            "mcp-hotfix INFO  span events      span=io.opentelemetry.sdk.trace.SdkSpan@app");
    assertThat(initialized())
        .contains("Initializing 'io/opentelemetry/context/LazyStorage'")
        .doesNotContain("Initializing 'io/opentelemetry/api/GlobalOpenTelemetry'");
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#thorough")
  void leavesASpanAloneThatIsNotCurrent(Jdk jdk) throws Exception {
    ChildResult run = run(jdk, "mode=enforce", SpanHost.class, "outside");

    assertThat(run.outputLines()).containsExactly("200", "401");
    assertThat(run.stderr()).contains("step=token-response").doesNotContain("span events");
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#thorough")
  void initialisesNothingOfAnOpenTelemetryThatIsNotInUse(Jdk jdk) throws Exception {
    ChildResult run = run(jdk, "mode=enforce", SleepingSpanHost.class);

    assertThat(run.outputLines()).containsExactly("200", "200");
    assertThat(run.stderr()).contains("step=token-response").doesNotContain("span events");
    assertThat(initialized())
        .contains("Initializing 'java/net/http/HttpClient'")
        .doesNotContain("Initializing 'io/opentelemetry/");
  }

  /** The JVM's log of all classes that were initialised. */
  private String initialized() throws IOException {
    return Files.readString(folder.resolve("classes.txt"));
  }

  private ChildResult run(Jdk jdk, String options, Class<?> host, String... more) throws Exception {
    try (TokenServer server = new TokenServer()) {
      String[] arguments =
          Stream.of(
                  Stream.of(host.getName()),
                  Stream.of(more),
                  Stream.of(server.endpoint(), TOKEN, server.mcp()))
              .flatMap(each -> each)
              .toArray(String[]::new);
      String servers = "clientId=mine,url=" + server.mcp() + ",tokenEndpoint=" + server.endpoint();
      ChildResult result =
          ChildJvm.of(folder, arguments)
              .withJavaHome(jdk.home())
              .withQuickStart()
              .withClassPath(classPath())
              .withJvmArgument("-Xlog:class+init:file=" + folder.resolve("classes.txt"))
              .withAgent(BuiltJars.agent(), "trace=on," + servers + ',' + options)
              .run();
      assertThat(result.exitCode()).as(result.stderr()).isZero();
      return result;
    }
  }

  private static List<Path> classPath() throws Exception {
    List<Path> classPath = new ArrayList<>();
    classPath.add(
        Path.of(SpanHost.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    for (String jar : Files.readAllLines(BuiltJars.stacks().resolve("opentelemetry"))) {
      classPath.add(Path.of(jar));
    }
    return classPath;
  }
}
