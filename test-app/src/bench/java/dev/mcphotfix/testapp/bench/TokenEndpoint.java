package dev.mcphotfix.testapp.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A token endpoint that answers 200 where the client_id is given, and 400 where it is not. */
final class TokenEndpoint implements AutoCloseable {
  private static final String TOKENS =
      """
      {"access_token":"t","token_type":"Bearer","expires_in":3600,"refresh_token":"r"}""";
  private static final String ERROR =
      """
      {"error":"invalid_request","error_description":"client_id is missing"}""";

  private final HttpServer server;

  TokenEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", TokenEndpoint::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] form = exchange.getRequestBody().readAllBytes();
      boolean isKnown =
          new String(form, StandardCharsets.US_ASCII)
              .contains("client_id=" + ConfigurationFiles.CLIENT_ID);
      byte[] answer = (isKnown ? TOKENS : ERROR).getBytes(StandardCharsets.US_ASCII);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(isKnown ? 200 : 400, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
