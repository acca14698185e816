package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.apache.LibraryProducer.Channel;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is read of a body before its header goes out, and what length that tells. */
final class BodyAheadTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final HostProducer body = new HostProducer(REFRESH);
  private final BodyAhead ahead = ahead(attempts.next());
  private final ClientChannel asker = new ClientChannel();

  BodyAheadTest() {
    body.length = REFRESH.length();
  }

  @Test
  void asksNoLongerThanThereIsSomething() {
    body.step = 5;
    body.ready = 10;

    assertThat(ahead.commit()).isEqualTo(REFRESH.length());

    assertThat(body.asked).isEqualTo(2);
  }

  @Test
  void asksNoLongerThanSomethingComes() {
    body.step = 0;

    assertThat(ahead.commit()).isEqualTo(REFRESH.length());

    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void readsNothingAheadThatIsTooLong() {
    body.length = FormBytes.LARGEST + 1;

    assertThat(ahead.commit()).isEqualTo(FormBytes.LARGEST + 1);

    assertThat(body.asked).isZero();
  }

  @Test
  void readsWhatIsAsLongAsAFormMayBe() {
    body.length = FormBytes.LARGEST;

    assertThat(ahead.commit()).isEqualTo(FormBytes.LARGEST);

    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void asksForABodyOfNoLengthOnce() {
    body.length = 0;
    body.text = "";

    assertThat(ahead.commit()).isZero();

    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void tellsTheSameLengthHoweverOftenItIsCommitted() {
    assertThat(ahead.commit()).isEqualTo(CHANGED.length());
    assertThat(ahead.commit()).isEqualTo(CHANGED.length());

    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void isWorthWaitingForWhereItMayBeAForm() {
    body.length = FormBytes.LARGEST;
    assertThat(ahead.isAwaited()).isTrue();

    body.length = FormBytes.LARGEST + 1;
    assertThat(ahead.isAwaited()).isFalse();
  }

  @Test
  void isNotWorthWaitingForWhereNoLengthGoesAheadOrItStaysAsItIs() {
    assertThat(ahead(attempts.authorized()).isAwaited()).isFalse();

    body.length = -1;
    assertThat(ahead.isAwaited()).isFalse();
  }

  @Test
  void isNotThereUntilAllOfItHasCome() {
    body.ready = 5;
    assertThat(ahead.isThere(asker)).isFalse();

    body.ready = REFRESH.length();
    assertThat(ahead.isThere(asker)).isTrue();

    assertThat(ahead.commit()).isEqualTo(CHANGED.length());
    assertThat(body.asked).isEqualTo(2);
  }

  @Test
  void isThereAsSoonAsItStaysAsItIs() {
    body.text = "grant_type=authorization_code&code=c";
    body.ready = 31;

    assertThat(ahead.isThere(asker)).isTrue();
  }

  @Test
  void isThereWhereItsProducerFails() {
    body.broken = true;

    assertThat(ahead.isThere(asker)).isTrue();

    assertThat(ahead.failure()).isNotNull();
  }

  @Test
  void isThereWhereTheAgentFails() {
    BodyAhead failing = new HeldProducer(body, Runnable.class, attempts.next()).ahead();

    assertThat(failing.isThere(asker)).isTrue();

    assertThat(failing.failure()).isNull();
    assertThat(attempts.reasons()).containsExactly("agent-error:HostCallException");
  }

  @Test
  void letsItsProducerAskForOutput() throws Exception {
    body.ready = 5;
    ahead.isThere(asker);
    assertThat(asker.asked).isFalse();

    Objects.requireNonNull(body.channel).requestOutput();

    assertThat(asker.asked).isTrue();
  }

  private BodyAhead ahead(Attempt attempt) {
    return new HeldProducer(body, Channel.class, attempt).ahead();
  }
}
