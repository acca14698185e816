package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamRequestContent;
import org.eclipse.jetty.client.OutputStreamRequestContent;
import org.eclipse.jetty.client.Request;

/** Jetty's HttpClient from 12 on: contents in memory, that are read, and that are written. */
public final class JettyBodies implements BodySender {

  private final HttpClient client = started();

  /** Many bodies go side by side. */
  private static HttpClient started() {
    HttpClient client = new HttpClient();
    client.setMaxConnectionsPerDestination(1000);
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return client;
  }

  @Override
  public List<String> ways() {
    return List.of("bytes", "stream", "output");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) throws IOException {
    Request request =
        client(body)
            .newRequest(body.url())
            .method("POST")
            .timeout(body.timeout().toMillis(), TimeUnit.MILLISECONDS)
            .body(content(body));
    request.headers(
        headers -> {
          body.header().forEach(headers::put);
          if (body.isTold()) {
            headers.put("Content-Length", body.length());
          }
        });
    return new CompletableResponseListener(request)
        .send()
        .thenApply(ContentResponse::getContentAsString);
  }

  /** A stream blocks the thread that reads it, which is one that others may need. */
  private HttpClient client(OutgoingBody body) {
    return body.way().equals("stream") ? started() : client;
  }

  /** A stream is made as all versions can; the newest prefers to be given a pool of buffers. */
  @SuppressWarnings("deprecation")
  private static Request.Content content(OutgoingBody body) throws IOException {
    return switch (body.way()) {
      case "bytes" -> new BytesRequestContent(body.bytes());
      case "stream" -> new InputStreamRequestContent(body.endingStream());
      default -> written(body);
    };
  }

  private static Request.Content written(OutgoingBody body) {
    OutputStreamRequestContent content = new OutputStreamRequestContent();
    OutputStream out = content.getOutputStream();
    Pump.start(
        body.writtenStream(),
        new Pump.Sink() {
          @Override
          public void next(byte[] piece) throws IOException {
            out.write(piece);
          }

          @Override
          public void end() throws IOException {
            out.close();
          }

          @Override
          public void fail(IOException cause) {
            content.fail(cause);
          }
        });
    return content;
  }
}
