package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The JDK's HttpClient, which follows redirects. */
public final class JdkStack implements StackClient {

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
  private final HttpClient authenticating =
      HttpClient.newBuilder().authenticator(new User()).build();

  @Override
  public Answer send(Call call) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.url());
    for (Header header : call.headers()) {
      add(header, request);
    }
    request.method(call.method(), body(call));
    HttpClient sender = call.isChallenged() ? authenticating : client;
    HttpResponse<String> response = sender.send(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  /** It sets both of these itself. */
  private static void add(Header header, HttpRequest.Builder request) {
    switch (header.name()) {
      case "Expect" -> request.expectContinue(true);
      case "Content-Length" -> {}
      default -> request.header(header.name(), header.value());
    }
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
