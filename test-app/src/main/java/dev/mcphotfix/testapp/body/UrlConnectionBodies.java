package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JDK's HttpURLConnection: buffered, or of fixed length or chunked; closed or not. */
public final class UrlConnectionBodies extends BlockingSender {

  private static final String BUFFERED = "buffered";
  private static final String UNCLOSED = "unclosed";

  @Override
  public List<String> ways() {
    return List.of("streamed", UNCLOSED, BUFFERED);
  }

  @Override
  protected String post(OutgoingBody body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) body.url().toURL().openConnection();
    connection.setReadTimeout((int) body.timeout().toMillis());
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    body.header().forEach(connection::setRequestProperty);
    stream(body, connection);
    OutputStream out = connection.getOutputStream();
    body.stream().transferTo(out);
    if (!body.way().equals(UNCLOSED)) {
      out.close();
    }
    try (InputStream answer = connection.getInputStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static void stream(OutgoingBody body, HttpURLConnection connection) {
    if (body.way().equals(BUFFERED)) {
      return;
    }
    if (body.isTold()) {
      connection.setFixedLengthStreamingMode(body.length());
    } else {
      connection.setChunkedStreamingMode(0);
    }
  }
}
