package dev.mcphotfix.testapp.attach;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Refreshes a token without a client id, over one of the HTTP clients of the JDK. */
enum Refresher {
  HTTP_CLIENT {

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    int refresh(URI endpoint) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(endpoint)
              .header("Content-Type", FORM_TYPE)
              .header("X-Call", "refresh")
              .POST(BodyPublishers.ofString(FORM))
              .build();
      return client.send(request, BodyHandlers.ofString()).statusCode();
    }
  },

  URL_CONNECTION {
    @Override
    int refresh(URI endpoint) throws IOException {
      HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
      connection.setRequestProperty("Content-Type", FORM_TYPE);
      connection.setRequestProperty("X-Call", "refresh");
      connection.setDoOutput(true);
      try (OutputStream body = connection.getOutputStream()) {
        body.write(FORM.getBytes(StandardCharsets.US_ASCII));
      }
      int status = connection.getResponseCode();
      try (InputStream answer =
          status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
        answer.readAllBytes(); // Else its socket stays open.
      }
      return status;
    }
  };

  private static final String FORM_TYPE = "application/x-www-form-urlencoded";
  private static final String FORM = "grant_type=refresh_token&refresh_token=r1";

  /** The status of the answer. */
  abstract int refresh(URI endpoint) throws IOException, InterruptedException;
}
