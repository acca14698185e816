package dev.mcphotfix.testapp.body;

import io.netty.buffer.Unpooled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Dsl;
import org.asynchttpclient.ListenableFuture;
import org.asynchttpclient.RequestBuilder;
import org.asynchttpclient.Response;
import org.asynchttpclient.request.body.generator.InputStreamBodyGenerator;
import org.asynchttpclient.request.body.generator.UnboundedQueueFeedableBodyGenerator;

/**
 * AsyncHttpClient: a stream, which it reads on its event loop and which so must be there, and a
 * body that it is fed with.
 */
public final class AsyncHttpClientBodies implements BodySender {

  private final AsyncHttpClient client =
      Dsl.asyncHttpClient(Dsl.config().setKeepAlive(false).setMaxRequestRetry(0));

  @Override
  public List<String> ways() {
    return List.of("stream", "fed");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) throws IOException {
    RequestBuilder request = new RequestBuilder("POST").setUrl(body.url().toString());
    body.header().forEach(request::addHeader);
    return body.way().equals("stream") ? streamed(request, body) : fed(request, body);
  }

  private CompletableFuture<String> streamed(RequestBuilder request, OutgoingBody body)
      throws IOException {
    ByteArrayInputStream stream = new ByteArrayInputStream(body.bytes());
    return text(
        client.executeRequest(
            request.setBody(new InputStreamBodyGenerator(stream, body.length()))));
  }

  private CompletableFuture<String> fed(RequestBuilder request, OutgoingBody body) {
    UnboundedQueueFeedableBodyGenerator generator = new UnboundedQueueFeedableBodyGenerator();
    if (body.isTold()) {
      request.addHeader("Content-Length", Long.toString(body.length()));
    }
    ListenableFuture<Response> response = client.executeRequest(request.setBody(generator));
    Pump.start(body.stream(), new Fed(generator, response));
    return text(response);
  }

  private static CompletableFuture<String> text(ListenableFuture<Response> response) {
    return response.toCompletableFuture().thenApply(Response::getResponseBody);
  }

  /** Its generator knows no failure, so the call is given up. */
  private record Fed(
      UnboundedQueueFeedableBodyGenerator generator, ListenableFuture<Response> response)
      implements Pump.Sink {

    @Override
    public void next(byte[] piece) throws IOException {
      feed(piece, false);
    }

    @Override
    public void end() throws IOException {
      feed(new byte[0], true);
    }

    @Override
    public void fail(IOException cause) {
      response.abort(cause);
    }

    private void feed(byte[] piece, boolean last) throws IOException {
      try {
        generator.feed(Unpooled.wrappedBuffer(piece), last);
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
