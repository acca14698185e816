package dev.mcphotfix.agent.http.jdk;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.RecordedAttempts;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Clients and publishers that do not behave, or change their mind. */
final class HeldSubscriptionTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final LatePublisher late = new LatePublisher(-1);
  private final HeldBody held = new HeldBody(late, attempts.next());

  @Test
  void refusesADemandThatIsNoneWhileTheBodyIsHeld() {
    Received client = new Received(0);
    held.subscribe(client);
    late.publish(REFRESH);

    client.subscription.request(-1);

    assertThat(client.signals)
        .containsExactly("java.lang.IllegalArgumentException: non-positive subscription request");
    assertThat(client.text()).isEmpty();
    assertThat(late.cancelled).isTrue();
  }

  @Test
  void handsOverNothingThatComesAfterARefusal() {
    Received client = new Received(0);
    new HeldBody(late, attempts.authorized()).subscribe(client);
    late.publish("a");

    client.subscription.request(0);
    late.publish("b");
    late.complete();

    assertThat(client.text()).isEmpty();
    assertThat(client.signals).hasSize(1);
  }

  @Test
  void asksForNothingThatTheClientCancelsAtOnce() {
    held.subscribe(
        new Misbehaving() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
          }
        });

    assertThat(late.cancelled).isTrue();
    assertThat(late.requested).isZero();
  }

  @Test
  void handsOverNothingThatIsThereWhenTheClientCancels() {
    Received client = new Received(0);
    new HeldBody(late, attempts.authorized()).subscribe(client);
    late.publish("a");

    client.subscription.cancel();
    client.subscription.request(5);

    assertThat(client.text()).isEmpty();
    assertThat(late.cancelled).isTrue();
  }

  @Test
  void goesOnWhereTheClientThrows() {
    Flow.Subscription[] kept = new Flow.Subscription[1];
    StringBuilder got = new StringBuilder();
    new HeldBody(late, attempts.authorized())
        .subscribe(
            new Misbehaving() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                kept[0] = subscription;
                subscription.request(1);
              }

              @Override
              public void onNext(ByteBuffer item) {
                got.append((char) item.get());
                throw new IllegalStateException("broken");
              }
            });

    assertThatThrownBy(() -> late.publish("a")).hasMessage("broken");
    late.publish("b");
    assertThatThrownBy(() -> kept[0].request(1)).hasMessage("broken");

    assertThat(got).hasToString("ab");
  }

  @Test
  void takesOnePublisherOnly() {
    HeldSubscriber subscriber = new HeldSubscriber(attempts.next(), -1);
    LatePublisher other = new LatePublisher(-1);

    subscriber.onSubscribe(late);
    subscriber.onSubscribe(other);

    assertThat(other.cancelled).isTrue();
    assertThat(other.requested).isZero();
    assertThat(late.cancelled).isFalse();
  }

  @Test
  void asksForTheNextPartWhenOneHasCome() {
    Received client = Received.of(held);
    assertThat(late.requested).isEqualTo(1);

    late.publish(REFRESH.substring(0, 3));
    assertThat(late.requested).isEqualTo(2);
    late.publish(REFRESH.substring(3));
    late.complete();

    assertThat(late.requested).isEqualTo(3);
    assertThat(client.text()).isEqualTo(CHANGED);
  }

  @Test
  void countsADemandThatIsMadeInParts() {
    Received client = new Received(1);
    new HeldBody(late, attempts.authorized()).subscribe(client);
    client.subscription.request(1);

    late.publish("a");
    late.publish("b");
    late.publish("c");

    assertThat(client.text()).isEqualTo("ab");
  }

  @Test
  void asksAheadForWhatIsAtMostAFormLong() {
    LatePublisher longest = new LatePublisher(FormBytes.LARGEST);
    LatePublisher longer = new LatePublisher(FormBytes.LARGEST + 1);

    assertThat(new HeldBody(longest, attempts.next()).askAhead()).isNotCompleted();
    assertThat(new HeldBody(longer, attempts.next()).askAhead()).isCompleted();

    assertThat(longest.requested).isEqualTo(1);
    assertThat(longer.requested).isZero();
  }

  @Test
  void keepsNoHeadWaitingForABodyOfWhichThereIsNothing() {
    LatePublisher empty = new LatePublisher(0);

    assertThat(new HeldBody(empty, attempts.next()).askAhead()).isCompleted();

    assertThat(empty.requested).isZero();
    assertThat(attempts.reasons()).containsExactly("no-grant-type");
  }

  @Test
  void leavesAPublisherThatThrowsToTheClient() {
    LatePublisher broken =
        new LatePublisher(REFRESH.length()) {
          @Override
          public void subscribe(Flow.Subscriber<? super ByteBuffer> given) {
            throw new IllegalStateException("broken");
          }
        };
    HeldBody body = new HeldBody(broken, attempts.next());

    assertThat(body.askAhead()).isCompleted();

    assertThat(body.contentLength()).isEqualTo(REFRESH.length());
    assertThatThrownBy(() -> Received.of(body)).hasMessage("broken");
  }

  private static class Misbehaving implements Flow.Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {}

    @Override
    public void onNext(ByteBuffer item) {}

    @Override
    public void onError(Throwable cause) {}

    @Override
    public void onComplete() {}
  }
}
