package dev.mcphotfix.testapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An MCP server and its authorization server, whose metadata is answered when the client has told
 * that its event loop is alive, or never.
 */
final class LateServer implements AutoCloseable {

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final boolean answers;

  private LateServer(HttpServer server, boolean answers) {
    this.server = server;
    this.answers = answers;
  }

  static LateServer start(boolean answers) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    LateServer late = new LateServer(HttpServer.create(any, 0), answers);
    late.server.setExecutor(late.executor);
    late.server.createContext("/", late::metadata);
    late.server.createContext("/begun", late::begun);
    late.server.createContext("/alive", late::alive);
    late.server.createContext("/token", late::token);
    late.server.start();
    return late;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** That the event loop was alive, and the forms that came, in order. */
  List<String> events() {
    return events;
  }

  private void metadata(HttpExchange exchange) throws IOException {
    begun.countDown();
    await(gate);
    String origin = uri().resolve("/").toString().replaceFirst("/$", "");
    String body =
        Map.of(
                "/.well-known/oauth-protected-resource/mcp",
                "{\"resource\":\"@/mcp\",\"authorization_servers\":[\"@\"]}",
                "/.well-known/oauth-protected-resource",
                "{\"resource\":\"@/mcp\",\"authorization_servers\":[\"@\"]}",
                "/.well-known/oauth-authorization-server",
                "{\"issuer\":\"@\",\"token_endpoint\":\"@/token\"}")
            .getOrDefault(exchange.getRequestURI().getPath(), "");
    answer(exchange, body.isEmpty() ? 401 : 200, body.replace("@", origin));
  }

  private void begun(HttpExchange exchange) throws IOException {
    await(begun);
    answer(exchange, 200, "");
  }

  private void alive(HttpExchange exchange) throws IOException {
    events.add("alive");
    if (answers) {
      gate.countDown();
    }
    answer(exchange, 200, "");
  }

  private void token(HttpExchange exchange) throws IOException {
    byte[] form = exchange.getRequestBody().readAllBytes();
    events.add(new String(form, StandardCharsets.US_ASCII));
    answer(exchange, 200, "{\"access_token\":\"t\"}");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    begun.countDown();
    gate.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
