package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.concurrent.FutureCallback;
import org.apache.http.entity.BasicHttpEntity;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.apache.http.nio.ContentEncoder;
import org.apache.http.nio.IOControl;
import org.apache.http.nio.entity.HttpAsyncContentProducer;
import org.apache.http.util.EntityUtils;

/** HttpAsyncClient 4, with a producer of its own that blocks nobody. */
public final class Apache4AsyncBodies implements BodySender {

  private final CloseableHttpAsyncClient client =
      HttpAsyncClients.custom()
          .setConnectionReuseStrategy(NoConnectionReuseStrategy.INSTANCE)
          .setMaxConnPerRoute(1000)
          .setMaxConnTotal(1000)
          .build();

  public Apache4AsyncBodies() {
    client.start();
  }

  @Override
  public List<String> ways() {
    return List.of("producer");
  }

  @Override
  public CompletableFuture<String> send(OutgoingBody body) {
    HttpPost request = new HttpPost(body.url());
    request.setConfig(
        RequestConfig.custom().setSocketTimeout((int) body.timeout().toMillis()).build());
    body.header().forEach(request::setHeader);
    request.setEntity(new Produced(body));
    CompletableFuture<String> answer = new CompletableFuture<>();
    Future<?> unused = client.execute(request, new Answer(answer));
    return answer;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  private record Answer(CompletableFuture<String> text) implements FutureCallback<HttpResponse> {

    @Override
    public void completed(HttpResponse response) {
      try {
        text.complete(EntityUtils.toString(response.getEntity()));
      } catch (IOException e) {
        text.completeExceptionally(e);
      }
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

  private static final class Produced extends BasicHttpEntity implements HttpAsyncContentProducer {

    private final Feed feed;

    Produced(OutgoingBody body) {
      feed = new Feed(body.stream());
      setContentLength(body.length());
      setChunked(!body.isTold());
    }

    @Override
    public void produceContent(ContentEncoder encoder, IOControl control) throws IOException {
      control.suspendOutput(); // Before somebody else may ask for it again.
      ByteBuffer part = feed.next(control::requestOutput);
      if (part == null) {
        return;
      }
      control.requestOutput();
      if (part.hasRemaining()) {
        encoder.write(part);
      } else {
        encoder.complete();
      }
    }

    @Override
    public boolean isRepeatable() {
      return false;
    }

    @Override
    public void close() {}
  }
}
