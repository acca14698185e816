package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies that come late, lie about their length, break off or never end: with the agent each ends
 * as without it, but for the id that is in those that are whole, and for their length.
 */
class BodiesIT {

  private static final String ID = "my-static-client";
  private static final String REFRESH = "grant_type=refresh_token&refresh_token=r";
  private static final String HEALED = REFRESH + "&client_id=" + ID;
  private static final String CODE = "grant_type=authorization_code&code=c";

  private static final ExecutorService ANSWERS = Executors.newCachedThreadPool();
  private static HttpServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(ANSWERS);
    server.createContext("/", BodiesIT::echo);
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    ANSWERS.shutdownNow();
  }

  static Stream<Jdk> jdks() {
    return InstalledJdks.find().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void endAsWithoutTheAgentButForTheId(Jdk jdk) throws Exception {
    List<String> without = run(jdk, REFRESH, null);

    assertThat(run(jdk, REFRESH, url())).isEqualTo(without.stream().map(BodiesIT::healed).toList());
    assertThat(without).contains("late " + REFRESH.length() + ' ' + REFRESH);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void endAsWithoutTheAgentAtAUrlThatReadsLikeATokenEndpoint(Jdk jdk) throws Exception {
    assertThat(run(jdk, REFRESH, "https://idp.example.com/connect/token"))
        .isEqualTo(run(jdk, REFRESH, null));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void endAsWithoutTheAgentForAnotherGrant(Jdk jdk) throws Exception {
    assertThat(run(jdk, CODE, url())).isEqualTo(run(jdk, CODE, null));
  }

  /** The ones that are whole have the id, and the length that goes with it if one is told. */
  private static String healed(String line) {
    boolean isWhole = line.endsWith(' ' + REFRESH) && !line.startsWith("too-");
    return isWhole
        ? line.replace(REFRESH, HEALED)
            .replace(" " + REFRESH.length() + ' ', " " + HEALED.length() + ' ')
        : line;
  }

  private List<String> run(Jdk jdk, String form, @Nullable String tokenEndpoint) throws Exception {
    ChildJvm host =
        ChildJvm.of(folder, BodiesHost.class.getName(), url(), form)
            .withJavaHome(jdk.home())
            .withQuickStart();
    ChildResult result =
        tokenEndpoint == null
            ? host.run()
            : host.withAgent(
                    BuiltJars.agent(), "clientId=" + ID + ",tokenEndpoint=" + tokenEndpoint)
                .run();
    assertThat(result.outputLines()).as(result.stderr()).hasSize(13);
    return result.outputLines();
  }

  private static String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
  }

  private static void echo(HttpExchange exchange) throws IOException {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    byte[] answer =
        ((length == null ? "chunked" : length) + ' ' + body).getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
