package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.StreamChannel;
import org.apache.hc.core5.http.nio.entity.AbstractBinAsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;

/**
 * Apache HttpClient 5, asynchronous: a text and a stream go out in chunks, an array of bytes and a
 * form have their length told.
 */
public final class Apache5AsyncStack implements StackClient {

  /** In milliseconds; some versions wait without end for what they cannot send. */
  private static final long LIMIT = 5000;

  /** Follows no redirect: where it cannot send a body once more, it would never answer. */
  private final CloseableHttpAsyncClient client =
      HttpAsyncClients.custom().disableRedirectHandling().build();

  public Apache5AsyncStack() {
    client.start();
  }

  @Override
  public Answer send(Call call) throws IOException, InterruptedException {
    Future<SimpleHttpResponse> answer =
        client.execute(request(call), SimpleResponseConsumer.create(), null);
    try {
      SimpleHttpResponse response = answer.get(LIMIT, TimeUnit.MILLISECONDS);
      return new Answer(response.getCode(), String.valueOf(response.getBodyText()));
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      throw new IOException(e);
    }
  }

  private static AsyncRequestProducer request(Call call) {
    AsyncRequestBuilder request = AsyncRequestBuilder.create(call.method()).setUri(call.url());
    for (Header header : call.headers()) {
      request.addHeader(header.name(), header.value());
    }
    if (call.kind() == BodyKind.FORM) {
      addParameters(call.body(), request);
    } else if (!call.body().isEmpty()) {
      request.setEntity(body(call));
    }
    return request.build();
  }

  private static void addParameters(String form, AsyncRequestBuilder request) {
    for (String parameter : form.split("&", -1)) {
      String[] nameAndValue = parameter.split("=", 2);
      request.addParameter(
          nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
    }
  }

  private static AsyncEntityProducer body(Call call) {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    return switch (call.kind()) {
      case TEXT, FORM -> new StringAsyncEntityProducer(call.body(), ContentType.TEXT_PLAIN);
      case BYTES -> new BasicAsyncEntityProducer(bytes, null);
      case STREAM -> new StreamBody(new ByteArrayInputStream(bytes));
    };
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /** Not written from a thread of its own, which 5.0 may wait for without end. */
  private static final class StreamBody extends AbstractBinAsyncEntityProducer {

    private final ByteArrayInputStream once;
    private ByteBuffer part = ByteBuffer.allocate(0);

    StreamBody(ByteArrayInputStream once) {
      super(0, ContentType.APPLICATION_FORM_URLENCODED);
      this.once = once;
    }

    @Override
    protected int availableData() {
      return Integer.MAX_VALUE;
    }

    @Override
    protected void produceData(StreamChannel<ByteBuffer> channel) throws IOException {
      if (!part.hasRemaining()) {
        part = ByteBuffer.wrap(once.readNBytes(4096));
      }
      if (part.hasRemaining()) {
        channel.write(part);
      } else {
        channel.endStream();
      }
    }

    @Override
    public boolean isRepeatable() {
      return false;
    }

    @Override
    public void failed(Exception cause) {
      releaseResources();
    }
  }
}
