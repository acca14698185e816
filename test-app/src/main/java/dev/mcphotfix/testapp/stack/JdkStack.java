package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The JDK's HttpClient. */
public final class JdkStack implements StackClient {

  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public Answer send(Call call) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.url());
    for (Header header : call.headers()) {
      request.header(header.name(), header.value());
    }
    request.method(call.method(), body(call));
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  private static BodyPublisher body(Call call) {
    if (call.body().isEmpty()) {
      return BodyPublishers.noBody();
    }
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    ByteArrayInputStream once = new ByteArrayInputStream(bytes);
    return switch (call.kind()) {
      case TEXT, FORM -> BodyPublishers.ofString(call.body());
      case BYTES -> BodyPublishers.ofByteArray(bytes);
      case STREAM -> BodyPublishers.ofInputStream(() -> once);
    };
  }
}
