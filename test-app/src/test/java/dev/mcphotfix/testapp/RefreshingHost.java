package dev.mcphotfix.testapp;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Refreshes one token after the other: {@code RefreshingHost TOKEN-ENDPOINT TOKEN...}. */
final class RefreshingHost {

  private RefreshingHost() {}

  public static void main(String[] arguments) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 1; i < arguments.length; i++) {
      String form = "grant_type=refresh_token&refresh_token=" + arguments[i];
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(arguments[0]))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build();
      System.out.println(client.send(request, BodyHandlers.ofString()).statusCode());
    }
  }
}
