package dev.mcphotfix.testapp.bench.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Refreshes once over the JDK's client, at the token endpoint that is its argument. */
public final class RefreshOverJdk {

  private RefreshOverJdk() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Ending.print(Integer.toString(post(URI.create(arguments[0]), Form.refresh())));
  }

  static int post(URI endpoint, Map<String, String> form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(Form.encoded(form)))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
  }
}
