package dev.mcphotfix.agent.http.jdk;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.SubscriberPuppet;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.WhiteboxSubscriberProbe;

/** A subscriber of the client or the host, which the TCK looks into. */
class Probed<T> implements Flow.Subscriber<T>, SubscriberPuppet {

  private final WhiteboxSubscriberProbe<T> probe;
  private Flow.@Nullable Subscription subscription;

  Probed(WhiteboxSubscriberProbe<T> probe) {
    this.probe = probe;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    if (subscription == null) {
      subscription = given;
      probe.registerOnSubscribe(this);
    } else {
      given.cancel();
    }
  }

  @Override
  public void onNext(T item) {
    probe.registerOnNext(Objects.requireNonNull(item));
  }

  @Override
  public void onError(Throwable cause) {
    probe.registerOnError(Objects.requireNonNull(cause));
  }

  @Override
  public void onComplete() {
    probe.registerOnComplete();
  }

  @Override
  public void triggerRequest(long elements) {
    Objects.requireNonNull(subscription).request(elements);
  }

  @Override
  public void signalCancel() {
    Objects.requireNonNull(subscription).cancel();
  }
}
