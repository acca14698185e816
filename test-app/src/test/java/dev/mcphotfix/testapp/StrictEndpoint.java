package dev.mcphotfix.testapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A token endpoint that answers 200 where the id is in the form, and 400 where it is not. */
record StrictEndpoint(HttpServer server) implements AutoCloseable {

  static final String CLIENT_ID = "my-static-client";

  static StrictEndpoint start() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(any, 0);
    server.createContext("/token", StrictEndpoint::answer);
    server.start();
    return new StrictEndpoint(server);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
  }

  /** Of the agent: this server, without any file. */
  String options() {
    return "clientId=%s,url=https://mcp.example.com/mcp,tokenEndpoint=%s"
        .formatted(CLIENT_ID, uri());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] form = exchange.getRequestBody().readAllBytes();
      String text = new String(form, StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(text.contains("client_id=" + CLIENT_ID) ? 200 : 400, -1);
    }
  }
}
