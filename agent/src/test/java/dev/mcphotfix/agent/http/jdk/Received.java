package dev.mcphotfix.agent.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** What a subscriber gets. */
final class Received implements Flow.Subscriber<ByteBuffer> {

  final List<String> signals = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final long demand;
  Flow.Subscription subscription = new LatePublisher(-1);

  Received(long demand) {
    this.demand = demand;
  }

  static Received of(BodyPublisher publisher) {
    Received received = new Received(Long.MAX_VALUE);
    publisher.subscribe(received);
    return received;
  }

  /** All of it, when it has ended. */
  String whole() throws InterruptedException {
    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    return text();
  }

  String text() {
    return text.toString();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (demand > 0) {
      given.request(demand);
    }
  }

  @Override
  public void onNext(ByteBuffer item) {
    text.append(StandardCharsets.UTF_8.decode(item));
  }

  @Override
  public void onError(Throwable cause) {
    signals.add(cause.toString());
    ended.countDown();
  }

  @Override
  public void onComplete() {
    signals.add("complete");
    ended.countDown();
  }
}
