package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A token endpoint that asks for nothing but a {@code client_id}, and an MCP server that refuses.
 */
final class TokenServer implements AutoCloseable {

  private final HttpServer server;

  TokenServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", TokenServer::answer);
    server.createContext("/mcp", TokenServer::refuse);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
  }

  String mcp() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/mcp";
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(401, -1);
    exchange.close();
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

  @Override
  public void close() {
    server.stop(0);
  }
}
