package dev.mcphotfix.agent.http.jdk;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/** Publishes when the test says so. */
class LatePublisher implements BodyPublisher, Flow.Subscription {

  private final List<Flow.Subscriber<? super ByteBuffer>> subscribers = new ArrayList<>();
  private final long length;
  long requested;

  /**
   * @param length negative where it is not known
   */
  LatePublisher(long length) {
    this.length = length;
  }

  boolean cancelled;

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> given) {
    subscribers.add(given);
    given.onSubscribe(this);
  }

  void publish(String text) {
    subscribers
        .get(subscribers.size() - 1)
        .onNext(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  void complete() {
    subscribers.get(subscribers.size() - 1).onComplete();
  }

  void fail(Throwable cause) {
    subscribers.get(subscribers.size() - 1).onError(cause);
  }

  @Override
  public void request(long count) {
    requested += count;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }
}
