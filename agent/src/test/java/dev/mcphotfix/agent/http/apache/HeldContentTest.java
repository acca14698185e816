package dev.mcphotfix.agent.http.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.apache.LibraryContent.Control;
import dev.mcphotfix.agent.http.apache.LibraryContent.Encoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client gets in place of a host's producer; both are fakes of the library's interfaces. */
final class HeldContentTest {

  private static final String REFRESH = RecordedAttempts.REFRESH;
  private static final String CHANGED = RecordedAttempts.CHANGED;

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final List<Throwable> failures = new ArrayList<>();
  private final HostContent body = new HostContent();
  private final ClientEncoder sink = new ClientEncoder();
  private final HeldContent content = new HeldContent(body, Encoder.class, failures::add);

  @Test
  void readsContentWhoseLengthIsSentAheadOfIt() throws IOException {
    assertThat(decide(REFRESH.length())).isEqualTo(CHANGED.length());
    send();

    assertThat(sink.text()).isEqualTo(CHANGED);
  }

  @Test
  void sendsContentWhoseEndComesByItselfToAnEncoderThatKnowsTheLength() throws IOException {
    body.endsLate = true;
    sink.length = CHANGED.length();

    decide(REFRESH.length());
    send();

    assertThat(sink.text()).isEqualTo(CHANGED);
  }

  @Test
  void holdsContentInChunksUntilItIsWhole() throws IOException {
    body.step = 5;

    content.hold(attempts.next());
    send();

    assertThat(sink.text()).isEqualTo(CHANGED);
  }

  @Test
  void sendsNoFasterThanTheEncoderTakes() throws IOException {
    sink.room = 3;

    decide(REFRESH.length());
    send();

    assertThat(sink.text()).isEqualTo(CHANGED);
    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void readsContentThatCanBeReadOnceOnlyOnce() throws IOException {
    body.repeatable = false;
    body.step = 5;

    assertThat(decide(REFRESH.length())).isEqualTo(CHANGED.length());
    send();

    assertThat(sink.text()).isEqualTo(CHANGED);
    assertThat(body.resets).isZero();
  }

  @Test
  void leavesSuchContentThatTheServerMayRefuse() throws IOException {
    body.repeatable = false;

    assertThat(content.decide(REFRESH.length(), new Control(), true, attempts.next()))
        .isEqualTo(REFRESH.length());
    assertThat(body.asked).isZero();
    send();

    assertThat(sink.text()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void leavesContentThatIsNotThereAtOnce() throws IOException {
    body.step = 0;

    assertThat(decide(REFRESH.length())).isEqualTo(REFRESH.length());
    body.step = 5;
    send();

    assertThat(sink.text()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void sendsWhatCameOfContentBeforeTheRest() throws IOException {
    body.step = 5;
    body.pauses = true;

    assertThat(decide(REFRESH.length())).isEqualTo(REFRESH.length());
    send();

    assertThat(sink.text()).isEqualTo(REFRESH);
  }

  @Test
  void throwsWhatItsProducerHasThrownWhenItIsAskedFor() {
    body.broken = true;

    assertThat(decide(REFRESH.length())).isEqualTo(REFRESH.length());

    assertThatThrownBy(this::send).isInstanceOf(IOException.class).hasMessage("broken");
    assertThat(sink.isCompleted()).isFalse();
    assertThat(failures).isEmpty();
  }

  @Test
  void asksAProducerThatHasFailedNoMore() {
    body.broken = true;
    decide(REFRESH.length());

    assertThatThrownBy(this::send).isInstanceOf(IOException.class);

    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void readsAheadWhatIsAsLongAsAFormMayBe() {
    decide(FormBytes.LARGEST);

    assertThat(body.asked).isEqualTo(1);
  }

  @Test
  void readsNothingAheadThatIsTooLong() {
    assertThat(decide(FormBytes.LARGEST + 1)).isEqualTo(FormBytes.LARGEST + 1);

    assertThat(body.asked).isZero();
  }

  @Test
  void saysOfItselfWhatTheHostsDoes() {
    assertThat(((LibraryContent) content.as(LibraryContent.class)).isRepeatable()).isTrue();

    body.repeatable = false;
    assertThat(((LibraryContent) content.as(LibraryContent.class)).isRepeatable()).isFalse();
  }

  @Test
  void sendsContentAsItIsWhereItsProducerCannotBeCalled() throws IOException {
    HeldContent failing = new HeldContent(body, Runnable.class, failures::add);

    assertThat(failing.decide(REFRESH.length(), new Control(), false, attempts.next()))
        .isEqualTo(REFRESH.length());
    assertThat(failures).hasSize(1);
    send(failing, new Control());

    assertThat(sink.text()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
    assertThat(failures).hasOnlyElementsOfType(HostCallException.class);
  }

  @Test
  void sendsContentAsItIsWhereNobodyCanBeAskedForMore() throws IOException {
    body.step = 5;

    content.hold(attempts.next());
    send(content, "no control");

    assertThat(sink.text()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).contains("agent-error:HostCallException", "body-unreadable");
    assertThat(failures).isEmpty();
  }

  @Test
  void leavesContentOfAnotherLengthThanItSays() throws IOException {
    assertThat(decide(100)).isEqualTo(100);
    send();

    assertThat(sink.text()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void passesWhatIsNoTokenRequest() throws IOException {
    content.hold(attempts.next());
    content.pass(null);
    send();

    assertThat(sink.text()).isEqualTo(REFRESH);
    assertThat(content.attempt()).isNull();
  }

  private long decide(long length) {
    return content.decide(length, new Control(), false, attempts.next());
  }

  private void send() throws IOException {
    send(content, new Control());
  }

  /** As the library does. */
  private void send(HeldContent of, Object control) throws IOException {
    LibraryContent producer = (LibraryContent) of.as(LibraryContent.class);
    while (!sink.isCompleted()) {
      producer.produceContent(sink, control);
    }
  }
}
