package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.http.Attempt;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * Looks at a token response while it passes to the host's own subscriber, which gets every buffer
 * and signal as before.
 */
final class ObservedResponse<T> implements BodySubscriber<T> {

  private final BodySubscriber<T> host;
  private final int status;
  private final Attempt attempt;

  private ObservedResponse(BodySubscriber<T> host, int status, Attempt attempt) {
    this.host = host;
    this.status = status;
    this.attempt = attempt;
  }

  static <T> BodyHandler<T> handler(BodyHandler<T> host, Attempt attempt) {
    return info -> new ObservedResponse<>(host.apply(info), info.statusCode(), attempt);
  }

  /** Tells the beginning of a response, before the host's handler is asked about it. */
  static <T> BodyHandler<T> told(BodyHandler<T> host, Consumer<ResponseInfo> tell) {
    return info -> {
      tell.accept(info);
      return host.apply(info);
    };
  }

  @Override
  public CompletionStage<T> getBody() {
    return host.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    host.onSubscribe(new Reading(Objects.requireNonNull(subscription), this));
  }

  /** All was read, or no more of it will be. */
  private void over() {
    attempt.answered(status);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(attempt::received);
    host.onNext(buffers);
  }

  @Override
  public void onError(Throwable cause) {
    over();
    host.onError(cause);
  }

  @Override
  public void onComplete() {
    over();
    host.onComplete();
  }

  /** Of the host, which may have seen enough before the end. */
  private record Reading(Flow.Subscription subscription, ObservedResponse<?> response)
      implements Flow.Subscription {

    @Override
    public void request(long count) {
      subscription.request(count);
    }

    @Override
    public void cancel() {
      response.over();
      subscription.cancel();
    }
  }
}
