package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/**
 * The JDK's HttpURLConnection: a text is buffered, a form too but never closed, an array of bytes
 * has its length told, a stream is chunked.
 */
public final class UrlConnectionStack implements StackClient {

  @Override
  public Answer send(Call call) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) call.url().toURL().openConnection();
    connection.setRequestMethod(call.method());
    if (call.isChallenged()) {
      connection.setAuthenticator(new User());
    }
    for (Header header : call.headers()) {
      connection.addRequestProperty(header.name(), header.value());
    }
    if (!call.body().isEmpty()) {
      write(call, connection);
    }
    int status = connection.getResponseCode();
    try (InputStream body =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(status, text);
    }
  }

  private static void write(Call call, HttpURLConnection connection) throws IOException {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    connection.setDoOutput(true);
    switch (call.kind()) {
      case BYTES -> connection.setFixedLengthStreamingMode(bytes.length);
      case STREAM -> connection.setChunkedStreamingMode(0);
      case TEXT, FORM -> {}
    }
    OutputStream body = connection.getOutputStream();
    body.write(bytes);
    if (call.kind() != BodyKind.FORM) {
      body.close();
    }
  }
}
