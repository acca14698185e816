package dev.mcphotfix.testapp.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Posts token requests by the JDK's HTTP client. Safe for use by many threads. */
public final class TokenClient {
  private final HttpClient client;

  public TokenClient(HttpClient client) {
    this.client = client;
  }

  /** Sends the form; anything but success is an {@link IOException} that names the status. */
  public TokenResponse post(URI endpoint, String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return TokenResponse.of(response.statusCode(), response.body());
  }
}
