package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient 5, asynchronous, with a producer that blocks nobody. */
public final class Apache5AsyncBodies implements BodySender {

  private final CloseableHttpAsyncClient client =
      HttpAsyncClients.custom()
          .setConnectionReuseStrategy((request, response, context) -> false)
          .disableAutomaticRetries()
          .setConnectionManager(
              PoolingAsyncClientConnectionManagerBuilder.create()
                  .setMaxConnPerRoute(1000)
                  .setMaxConnTotal(1000)
                  .build())
          .build();

  public Apache5AsyncBodies() {
    client.start();
  }

  @Override
  public List<String> ways() {
    return List.of("producer");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) {
    AsyncRequestBuilder request = AsyncRequestBuilder.post(body.url());
    body.header().forEach(request::addHeader);
    request.setEntity(new Produced(body));
    HttpClientContext context = HttpClientContext.create();
    context.setRequestConfig(
        RequestConfig.custom()
            .setResponseTimeout(body.timeout().toMillis(), TimeUnit.MILLISECONDS)
            .build());
    CompletableFuture<String> answer = new CompletableFuture<>();
    Future<?> unused =
        client.execute(
            request.build(), SimpleResponseConsumer.create(), context, new Answer(answer));
    return answer;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  private record Answer(CompletableFuture<String> text)
      implements FutureCallback<SimpleHttpResponse> {

    @Override
    public void completed(SimpleHttpResponse response) {
      text.complete(String.valueOf(response.getBodyText()));
    }

    @Override
    public void failed(Exception cause) {
      text.completeExceptionally(cause);
    }

    @Override
    public void cancelled() {
      text.cancel(false);
    }
  }

  private static final class Produced implements AsyncEntityProducer {

    private final OutgoingBody body;
    private final Feed feed;

    Produced(OutgoingBody body) {
      this.body = body;
      feed = new Feed(body.stream());
    }

    @Override
    public int available() {
      return feed.isEmpty() ? 0 : 1;
    }

    @Override
    public void produce(DataStreamChannel out) throws IOException {
      ByteBuffer part = feed.next(out::requestOutput);
      if (part != null && part.hasRemaining()) {
        out.write(part);
      } else if (part != null) {
        out.endStream();
      }
    }

    @Override
    public boolean isRepeatable() {
      return false;
    }

    @Override
    public long getContentLength() {
      return body.length();
    }

    @Override
    public boolean isChunked() {
      return !body.isTold();
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }

    @Override
    public @Nullable String getContentEncoding() {
      return null;
    }

    @Override
    public Set<String> getTrailerNames() {
      return Set.of();
    }

    @Override
    public void failed(Exception cause) {}

    @Override
    public void releaseResources() {}
  }
}
