package dev.mcphotfix.testapp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An MCP client with six defects, one after the other: {@code SERVER ENDPOINT CLIENT-ID} and four
 * refresh tokens, of which another process has redeemed the last.
 */
final class DefectsHost {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final URI endpoint;
  private final String clientId;

  private DefectsHost(String server, String endpoint, String clientId) {
    this.server = URI.create(server);
    this.endpoint = URI.create(endpoint);
    this.clientId = clientId;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    DefectsHost host = new DefectsHost(arguments[0], arguments[1], arguments[2]);
    host.identifiesItselfInTheHeader(arguments[3]);
    host.sendsAnotherId(arguments[3]);
    host.asksForTooMuch(arguments[4]);
    host.losesARotation(arguments[5]);
    host.isRevoked(arguments[6]);
    host.hasNothingToRefreshWith();
  }

  private void identifiesItselfInTheHeader(String token) throws IOException, InterruptedException {
    call();
    byte[] pair = (clientId + ':').getBytes(StandardCharsets.UTF_8);
    refresh(token, "", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private void sendsAnotherId(String token) throws IOException, InterruptedException {
    call();
    refresh(token, "&client_id=another-client", null);
  }

  private void asksForTooMuch(String token) throws IOException, InterruptedException {
    call();
    refresh(token, "&client_id=" + clientId + "&scope=mcp%20admin", null);
  }

  private void losesARotation(String token) throws IOException, InterruptedException {
    call();
    refresh(token, "&client_id=" + clientId, null);
    call();
    refresh(token, "&client_id=" + clientId, null);
  }

  private void isRevoked(String token) throws IOException, InterruptedException {
    call();
    refresh(token, "&client_id=" + clientId, null);
  }

  private void hasNothingToRefreshWith() throws IOException, InterruptedException {
    if (load().containsKey("refreshToken")) {
      throw new IllegalStateException();
    }
    call();
  }

  /** What a rule names. */
  private Map<String, String> load() {
    Map<String, String> record = new HashMap<>();
    record.put("serverUrl", server.toString());
    record.put("accessToken", "expired");
    record.put("expiresAt", Long.toString(System.currentTimeMillis() - 60_000));
    return record;
  }

  /** Is refused. */
  private void call() throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(server)
            .header("Authorization", "Bearer expired")
            .POST(BodyPublishers.ofString("{}"))
            .build());
  }

  private void refresh(String token, String more, @Nullable String header)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString("grant_type=refresh_token&refresh_token=" + token + more));
    send((header == null ? request : request.header("Authorization", header)).build());
  }

  private void send(HttpRequest request) throws IOException, InterruptedException {
    System.out.println(client.send(request, BodyHandlers.ofString()).statusCode());
  }
}
