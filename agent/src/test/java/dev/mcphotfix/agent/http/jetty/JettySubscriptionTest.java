package dev.mcphotfix.agent.http.jetty;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.Attempt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The content of a request of Jetty 11, which is pushed piece by piece. */
final class JettySubscriptionTest implements Request.Content.Consumer {

  private static final String CODE = "grant_type=authorization_code&code=c";

  private final PushedContent content = new PushedContent();
  private final JettyExchange jetty = new JettyExchange(null);

  /** What Jetty was given, with a bar where it is the last. */
  private final List<String> received = new ArrayList<>();

  private final List<Callback> callbacks = new ArrayList<>();
  private Request.Content.@Nullable Subscription subscription;

  @Override
  public void onContent(ByteBuffer buffer, boolean last, Callback callback) {
    received.add(StandardCharsets.US_ASCII.decode(buffer) + (last ? "|" : ""));
    callbacks.add(callback);
  }

  @Override
  public void onFailure(Throwable failure) {
    received.add("failed: " + failure.getMessage());
  }

  @Test
  void isChangedWhereItComesInOnePiece() {
    jetty.told(REFRESH.length());
    content.writeLast(REFRESH);
    subscribe(true);

    demand();

    assertThat(received).containsExactly(CHANGED + "|");
    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(CHANGED.length()));
    assertThat(content.sent).isZero();
    callbacks.get(0).succeeded();
    assertThat(content.sent).isOne();
    assertThat(jetty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void isNotAskedForBeforeJettyDoes() {
    content.writeLast(REFRESH);

    subscribe(true);

    assertThat(content.demands).isZero();
    assertThat(received).isEmpty();
  }

  @Test
  void isHeldUntilItIsWholeAndItsEndHasADemandOfItsOwn() {
    subscribe(true);
    demand();
    content.write(REFRESH.substring(0, 20));
    assertThat(received).isEmpty();
    assertThat(content.sent).isOne();
    assertThat(content.demands).isEqualTo(2);

    content.writeLast(REFRESH.substring(20));
    assertThat(received).containsExactly(CHANGED);
    callbacks.get(0).succeeded();
    assertThat(content.sent).isOne();

    demand();
    assertThat(received).containsExactly(CHANGED, "|");
    callbacks.get(1).succeeded();
    assertThat(content.sent).isEqualTo(2);
    assertThat(content.demands).isEqualTo(2);
  }

  @Test
  void isSentWhenItsToldLengthIsThereThoughItDoesNotEnd() {
    jetty.told(REFRESH.length());
    subscribe(true);
    demand();
    content.write(REFRESH.substring(0, 20)).write(REFRESH.substring(20));

    assertThat(received).containsExactly(CHANGED);

    callbacks.get(0).succeeded();
    demand();
    content.writeLast("");
    assertThat(received).containsExactly(CHANGED, "|");
  }

  @Test
  void staysAsItIsWhereItIsShorterThanTold() {
    jetty.told(REFRESH.length() + 3);
    subscribe(true);
    demand();

    content.write(REFRESH).writeLast("");

    assertThat(received).containsExactly(REFRESH);
    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(REFRESH.length() + 3));
    assertThat(jetty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void staysAsItIsWhereItIsLongerThanTold() {
    jetty.told(REFRESH.length() - 3);
    subscribe(true);
    demand();

    content.writeLast(REFRESH);

    assertThat(received).containsExactly(REFRESH + "|");
    assertThat(jetty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void failsWhereItsProducerDoes() {
    subscribe(true);
    demand();
    content.write(REFRESH.substring(0, 20));

    content.breakOff(new IOException("broken"));

    assertThat(received).containsExactly("failed: broken");
    assertThat(jetty.attempts.reasons()).isEmpty();
  }

  @Test
  void goesOnAtOnceForAnotherGrant() {
    subscribe(true);
    demand();
    content.write(CODE);
    assertThat(received).containsExactly(CODE);

    demand();
    content.write("&x");
    demand();
    content.writeLast("");

    assertThat(received).containsExactly(CODE, "&x", "|");
    assertThat(jetty.attempts.reasons()).containsExactly("grant-not-enabled:authorization_code");
  }

  @Test
  void mayBeEmpty() {
    subscribe(true);
    demand();

    content.writeLast("");

    assertThat(received).containsExactly("|");
  }

  @Test
  void goesBehindAHeaderThatGoesAhead() {
    MemoryContent memory = new MemoryContent(REFRESH);
    jetty.told(REFRESH.length());
    subscribe(memory, true, false);
    demand();

    assertThat(received).containsExactly("");
    assertThat(jetty.attempts.reasons()).containsExactly("added");
    callbacks.get(0).succeeded();
    demand();

    assertThat(received).containsExactly("", CHANGED + "|");
  }

  @Test
  void passesItsSubscription() {
    subscribe(true);

    Objects.requireNonNull(subscription).fail(new IOException("cancelled"));

    assertThat(content.failure).hasMessage("cancelled");
  }

  private void subscribe(boolean emitInitialContent) {
    subscribe(content, false, emitInitialContent);
  }

  private void subscribe(
      PushedContent pushed, boolean headerGoesAhead, boolean emitInitialContent) {
    Attempt attempt = jetty.attempts.next();
    JettyForm form = new JettyForm(new JettyRequest(jetty.request), pushed.getLength(), attempt);
    Request.Content held =
        (Request.Content)
            new JettyContent(pushed, form, headerGoesAhead, attempt.failures())
                .as(Request.Content.class);
    if (headerGoesAhead) {
      assertThat(held.getLength()).isEqualTo(CHANGED.length());
    }
    subscription = held.subscribe(this, emitInitialContent);
  }

  private void demand() {
    Objects.requireNonNull(subscription).demand();
  }
}
