package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The JDK's HttpClient. */
public final class JdkBodies implements BodySender {

  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public List<String> ways() {
    return List.of("stream", "array", "arrays");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(body.url()).timeout(body.timeout()).POST(publisher(body));
    body.header().forEach(request::header);
    return client.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(HttpResponse::body);
  }

  private static BodyPublisher publisher(OutgoingBody body) throws IOException {
    if (body.way().equals("stream")) {
      BodyPublisher stream = BodyPublishers.ofInputStream(body::stream);
      boolean told = body.length() > 0; // It takes no length of nothing.
      return told ? BodyPublishers.fromPublisher(stream, body.length()) : stream;
    }
    byte[] bytes = body.bytes();
    return body.way().equals("array")
        ? BodyPublishers.ofByteArray(bytes)
        : BodyPublishers.ofByteArrays(bytes.length == 0 ? List.of() : List.of(bytes));
  }
}
