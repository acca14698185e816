package dev.mcphotfix.agent.oauth.discovery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An MCP server and authorization server that answers what it was told to, else 404. */
final class FakeServer implements AutoCloseable {

  private record Answer(int status, String header, String value, String body) {}

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> credentials = new CopyOnWriteArrayList<>();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  FakeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Answers 200 with the body, in which {@code @} stands for this server's origin. */
  FakeServer json(String path, String body) {
    return answer(path, 200, "Content-Type", "application/json", body.replace("@", url("")));
  }

  FakeServer answer(String path, int status, String header, String value, String body) {
    answers.put(path, new Answer(status, header, value, body));
    return this;
  }

  FakeServer resource(String path, String resourcePath) {
    return json(
        path, "{\"resource\": \"@" + resourcePath + "\", \"authorization_servers\": [\"@/idp\"]}");
  }

  FakeServer issuer(String path, String issuerPath) {
    return json(
        path,
        "{\"issuer\": \"@" + issuerPath + "\", \"token_endpoint\": \"@" + issuerPath + "/token\"}");
  }

  FakeServer forget(String path) {
    answers.remove(path);
    return this;
  }

  /** Holds every answer back until the gate is opened. */
  CountDownLatch close(CountDownLatch closed) {
    gate = closed;
    return closed;
  }

  /** The paths that were asked for, in order. */
  List<String> requests() {
    return requests;
  }

  /** Credentials and cookies that came with requests. */
  List<String> credentials() {
    return credentials;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      requests.add(path);
      credentials.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
      gate.await();
      Answer answer = answers.getOrDefault(path, new Answer(404, "X-None", "", ""));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add(answer.header(), answer.value());
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
