package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a token response while it passes to the host's own subscriber, which gets every buffer
 * and signal as before.
 */
final class ObservedResponse<T> implements BodySubscriber<T> {

  private static final int LONGEST = 16 * 1024;

  private final BodySubscriber<T> host;
  private final int status;
  private final Supplier<@Nullable Exchange> exchange;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

  private ObservedResponse(
      BodySubscriber<T> host, int status, Supplier<@Nullable Exchange> exchange) {
    this.host = host;
    this.status = status;
    this.exchange = exchange;
  }

  /**
   * @param exchange answers null where the request's body was not seen
   */
  static <T> BodyHandler<T> handler(BodyHandler<T> host, Supplier<@Nullable Exchange> exchange) {
    return info -> new ObservedResponse<>(host.apply(info), info.statusCode(), exchange);
  }

  @Override
  public CompletionStage<T> getBody() {
    return host.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    host.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[Math.min(buffer.remaining(), LONGEST - beginning.size())];
      buffer.duplicate().get(part);
      beginning.writeBytes(part);
    }
    host.onNext(buffers);
  }

  @Override
  public void onError(Throwable cause) {
    responded(null);
    host.onError(cause);
  }

  @Override
  public void onComplete() {
    responded(beginning.toString(StandardCharsets.UTF_8));
    host.onComplete();
  }

  private void responded(@Nullable String body) {
    Exchange seen = exchange.get();
    if (seen != null) {
      seen.responded(status, body);
    }
  }
}
