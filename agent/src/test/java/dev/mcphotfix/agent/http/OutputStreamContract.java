package dev.mcphotfix.agent.http;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each {@code OutputStream} does that a host is given to write a token request to. */
public abstract class OutputStreamContract {

  protected final RecordedAttempts attempts = new RecordedAttempts();

  /** The library's own. */
  protected final Sent sent = new Sent();

  private @Nullable OutputStream stream;

  /** The stream for the host, in place of the library's. */
  protected abstract OutputStream over(Sent sent) throws IOException;

  /** The library sends what is there when the host has closed it, or has not. */
  protected void send() throws IOException {}

  @Test
  void takesBytesOneByOne() throws IOException {
    for (byte each : bytes(REFRESH)) {
      stream().write(each | 0x7f00); // Of an int only the low eight bits count.
    }

    assertThat(closed()).isEqualTo(CHANGED);
  }

  @Test
  void takesAnArray() throws IOException {
    stream().write(bytes(REFRESH));

    assertThat(closed()).isEqualTo(CHANGED);
  }

  @Test
  void takesAPartOfAnArray() throws IOException {
    stream().write(bytes("xx" + REFRESH + "yyy"), 2, REFRESH.length());
    stream().write(bytes("z"), 1, 0);

    assertThat(closed()).isEqualTo(CHANGED);
  }

  @Test
  void keepsNoArrayOfTheHosts() throws IOException {
    byte[] buffer = bytes(REFRESH);

    stream().write(buffer);
    Arrays.fill(buffer, (byte) 'x');

    assertThat(closed()).isEqualTo(CHANGED);
  }

  @Test
  void refusesWhatIsOutsideOfTheArray() throws IOException {
    byte[] buffer = bytes("12345");

    for (int[] part : new int[][] {{-1, 2}, {0, -1}, {3, 3}, {6, 0}, {2, Integer.MAX_VALUE}}) {
      assertThatThrownBy(() -> stream().write(buffer, part[0], part[1]))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThatThrownBy(() -> stream().write(null, 0, 1)).isInstanceOf(NullPointerException.class);

    stream().write(bytes("a=b"));
    assertThat(closed()).isEqualTo("a=b");
  }

  @Test
  void sendsNothingThatIsFlushedBeforeItIsWhole() throws IOException {
    stream().write(bytes(REFRESH), 0, 20);
    stream().flush();
    assertThat(sent.text()).isIn("", REFRESH.substring(0, 20));
    stream().write(bytes(REFRESH), 20, REFRESH.length() - 20);

    assertThat(closed()).isEqualTo(CHANGED);
  }

  @Test
  void isClosedOnce() throws IOException {
    stream().write(bytes(REFRESH));

    stream().close();
    assertThatCode(() -> stream().close()).doesNotThrowAnyException();

    send();
    assertThat(sent.text()).isEqualTo(CHANGED);
  }

  @Test
  void leavesAFormThatNeedsNothing() throws IOException {
    stream().write(bytes(CHANGED));

    assertThat(closed()).isEqualTo(CHANGED);
  }

  @Test
  void takesNothingWhenItIsClosed() throws IOException {
    stream().write(bytes(REFRESH));
    stream().close();

    try {
      stream().write('x');
    } catch (IOException closed) {
      assertThat(closed).hasMessage("closed");
    }

    send();
    assertThat(sent.text()).isEqualTo(CHANGED);
  }

  @Test
  void sendsABodyThatIsEmpty() throws IOException {
    assertThat(closed()).isEmpty();
  }

  /** Of one test, always the same. */
  protected final OutputStream stream() throws IOException {
    OutputStream before = stream;
    OutputStream now = before == null ? over(sent) : before;
    stream = now;
    return now;
  }

  private String closed() throws IOException {
    stream().close();
    send();
    return sent.text();
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What the library sends; it takes nothing when it is closed, and may break. */
  protected static final class Sent extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    public int flushes;
    public boolean isClosed;
    public boolean isBroken;

    @Override
    public void write(int value) throws IOException {
      if (isClosed || isBroken) {
        throw new IOException(isClosed ? "closed" : "broken");
      }
      bytes.write(value);
    }

    @Override
    public void flush() {
      flushes++;
    }

    @Override
    public void close() {
      isClosed = true;
    }

    /** As far as it was sent. */
    public String text() {
      return bytes.toString(StandardCharsets.US_ASCII);
    }
  }
}
