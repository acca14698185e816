package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of a trace as events of the host's spans, where it has any. */
class SpanIT {

  private static final String TOKEN = "refresh-token-that-nobody-may-see";

  private HttpServer server;

  @TempDir private Path folder;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", SpanIT::answer);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#thorough")
  void tellsARefreshToTheSpanInWhichItIs(Jdk jdk) throws Exception {
    ChildResult run = run(jdk, "mode=off", SpanHost.class, "within");

    List<String> output = run.outputLines();
    assertThat(output).as(run.stderr()).hasSize(4).startsWith("400");
    assertThat(output.get(1))
        .startsWith("mcp.oauth.step {")
        .contains("mcp.oauth.step=token-request", "mcp.oauth.grant=refresh_token");
    assertThat(output.get(2))
        .startsWith("mcp.oauth.step {")
        .contains("mcp.oauth.step=token-response", "mcp.oauth.status=400L");
    assertThat(output.get(3))
        .startsWith("mcp.oauth.diagnosis {")
        .contains("mcp.oauth.cause=no-client-id");
    assertThat(output.toString()).doesNotContain(TOKEN);
    assertThat(run.errorLines())
        .filteredOn(line -> line.contains("span"))
        .containsExactly(
            "mcp-hotfix INFO  span events      span=io.opentelemetry.sdk.trace.SdkSpan@app");
    assertThat(initialized())
        .contains("io/opentelemetry/context/LazyStorage")
        .doesNotContain("io/opentelemetry/api/GlobalOpenTelemetry");
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#thorough")
  void leavesASpanAloneThatIsNotCurrent(Jdk jdk) throws Exception {
    ChildResult run = run(jdk, "mode=enforce", SpanHost.class, "outside");

    assertThat(run.outputLines()).containsExactly("200");
    assertThat(run.stderr()).contains("step=token-response").doesNotContain("span events");
  }

  @ParameterizedTest
  @MethodSource("dev.mcphotfix.testapp.world.InstalledJdks#thorough")
  void initialisesNothingOfAnOpenTelemetryThatIsNotInUse(Jdk jdk) throws Exception {
    ChildResult run = run(jdk, "mode=enforce", SleepingSpanHost.class);

    assertThat(run.outputLines()).containsExactly("200", "200");
    assertThat(run.stderr()).contains("step=token-response").doesNotContain("span events");
    assertThat(initialized()).contains("java/net/http/HttpClient").doesNotContain("opentelemetry");
  }

  /** The JVM's log of all classes that were initialised. */
  private String initialized() throws IOException {
    return Files.readString(folder.resolve("classes.txt"));
  }

  private ChildResult run(Jdk jdk, String options, Class<?> host, String... more) throws Exception {
    String endpoint = "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    String[] arguments =
        Stream.of(Stream.of(host.getName()), Stream.of(more), Stream.of(endpoint, TOKEN))
            .flatMap(each -> each)
            .toArray(String[]::new);
    ChildResult result =
        ChildJvm.of(folder, arguments)
            .withJavaHome(jdk.home())
            .withQuickStart()
            .withClassPath(classPath())
            .withJvmArgument("-Xlog:class+init:file=" + folder.resolve("classes.txt"))
            .withAgent(
                BuiltJars.agent(),
                "trace=on,clientId=mine,url=http://127.0.0.1:1/mcp,tokenEndpoint="
                    + endpoint
                    + ','
                    + options)
            .run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return result;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean known = form.contains("client_id=");
    byte[] answer =
        (known ? "{\"access_token\":\"a\"}" : "{\"error\":\"invalid_request\"}").getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(known ? 200 : 400, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
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
