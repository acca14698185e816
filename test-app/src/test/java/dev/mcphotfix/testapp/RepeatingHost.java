package dev.mcphotfix.testapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * Refreshes as often as each line of its standard input says, and says how often it went well:
 * {@code RepeatingHost TOKEN-ENDPOINT}. At {@code exit} it ends, and refreshes once more when the
 * agent has written its log.
 */
final class RepeatingHost {

  private RepeatingHost() {}

  public static void main(String[] arguments) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(arguments[0]))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=refresh_token&refresh_token=r"))
            .build();
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      if (line.equals("exit")) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> refreshLate(client, request)));
        System.exit(0);
      }
      System.out.println(refresh(client, request, Integer.parseInt(line)));
    }
  }

  private static void refreshLate(HttpClient client, HttpRequest request) {
    while (Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("mcp-hotfix-log"))) {
      Thread.onSpinWait();
    }
    try {
      refresh(client, request, 1);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static int refresh(HttpClient client, HttpRequest request, int times)
      throws IOException, InterruptedException {
    int well = 0;
    for (int i = 0; i < times; i++) {
      well += client.send(request, BodyHandlers.discarding()).statusCode() == 200 ? 1 : 0;
    }
    return well;
  }
}
