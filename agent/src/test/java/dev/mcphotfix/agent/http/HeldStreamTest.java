package dev.mcphotfix.agent.http;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

final class HeldStreamTest extends OutputStreamContract {

  @Override
  protected OutputStream over(Sent sent) {
    return new HeldStream(sent, new HeldForm(attempts.next()));
  }

  @Test
  void closesTheLibrarysStream() throws IOException {
    stream().write(bytes(REFRESH));
    assertThat(sent.isClosed).isFalse();

    stream().close();

    assertThat(sent.isClosed).isTrue();
  }

  @Test
  void closesTheLibrarysStreamThatCannotSendWhatIsHeld() throws IOException {
    stream().write(bytes(REFRESH));
    sent.isBroken = true;

    assertThatThrownBy(() -> stream().close()).isInstanceOf(IOException.class).hasMessage("broken");

    assertThat(sent.isClosed).isTrue();
  }

  @Test
  void tellsTheHostThatTheLibraryCannotSendIt() throws IOException {
    OutputStream passing = new HeldStream(sent, new HeldForm(attempts.authorized()));
    sent.isBroken = true;

    assertThatThrownBy(() -> passing.write('a')).isInstanceOf(IOException.class);
  }

  @Test
  void refusesWhatIsWrittenWhenItIsClosed() throws IOException {
    stream().close();

    assertThatThrownBy(() -> stream().write('a')).hasMessage("closed");
  }

  @Test
  void flushesWhatPassesAndNothingThatIsHeld() throws IOException {
    OutputStream passing = new HeldStream(sent, new HeldForm(attempts.authorized()));
    stream().flush();
    assertThat(sent.flushes).isZero();

    passing.write(bytes("a=b"));
    passing.flush();

    assertThat(sent.text()).isEqualTo("a=b");
    assertThat(sent.flushes).isEqualTo(1);
  }

  @Test
  void passesWhatIsTooLongAsItComes() throws IOException {
    String large = "x".repeat(FormBytes.LARGEST + 1);

    stream().write(bytes(large));
    assertThat(sent.text()).isEqualTo(large);
    stream().write(bytes("y"));

    assertThat(sent.text()).isEqualTo(large + 'y');
  }

  @Test
  void sendsWhatNobodyClosesAndWhatBreaksOff() throws IOException {
    HeldStream unclosed = new HeldStream(sent, new HeldForm(attempts.next()));
    unclosed.write(bytes(REFRESH));
    unclosed.finish();
    assertThat(sent.text()).isEqualTo(CHANGED);
    assertThat(sent.isClosed).isFalse();

    Sent other = new Sent();
    HeldStream broken = new HeldStream(other, new HeldForm(attempts.next()));
    broken.write(bytes(REFRESH));
    broken.breakOff();
    assertThat(other.text()).isEqualTo(REFRESH);
  }
}
