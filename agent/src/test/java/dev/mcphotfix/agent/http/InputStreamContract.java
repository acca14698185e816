package dev.mcphotfix.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each {@code InputStream} does that a host is given to read a token response from. */
public abstract class InputStreamContract {

  private static final String REFUSAL = "{\"error\":\"invalid_request\"}";

  protected final RecordedAttempts attempts = new RecordedAttempts();

  /** Decided on already. */
  protected final Attempt attempt = attempts.next();

  private final Received received = new Received(REFUSAL + '\u00ff');
  private @Nullable InputStream stream;

  /**
   * The stream for the host, in place of the library's.
   *
   * @param status of the response
   */
  protected abstract InputStream over(InputStream received, int status) throws IOException;

  @Test
  void givesBytesOneByOne() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int each = stream().read(); each >= 0; each = stream().read()) {
      text.append((char) each);
    }

    assertThat(text).hasToString(REFUSAL + '\u00ff');
    assertThat(stream().read()).isEqualTo(-1);
    assertTold();
  }

  @Test
  void givesAPartOfAnArray() throws IOException {
    byte[] bytes = "12345678".getBytes(StandardCharsets.ISO_8859_1);

    int count = stream().read(bytes, 2, 3);

    assertThat(count).isBetween(1, 3);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .isEqualTo("12" + REFUSAL.substring(0, count) + "12345678".substring(2 + count));
  }

  @Test
  void givesNothingWhereNothingIsAskedFor() throws IOException {
    assertThat(stream().read(new byte[0])).isZero();
    assertThat(stream().read(new byte[4], 2, 0)).isZero();

    assertThat(rest()).isEqualTo(REFUSAL + '\u00ff');
  }

  @Test
  void refusesWhatIsOutsideOfTheArray() throws IOException {
    byte[] bytes = new byte[5];

    for (int[] part : new int[][] {{-1, 2}, {0, -1}, {3, 3}, {6, 0}}) {
      assertThatThrownBy(() -> stream().read(bytes, part[0], part[1]))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }

    assertThat(rest()).isEqualTo(REFUSAL + '\u00ff');
  }

  @Test
  void passesOverAsMuchAsItSays() throws IOException {
    long skipped = stream().skip(3);

    assertThat(skipped).isBetween(0L, 3L);
    assertThat(rest()).isEqualTo((REFUSAL + '\u00ff').substring((int) skipped));
  }

  @Test
  void saysNoMoreThanThereIs() throws IOException {
    assertThat(stream().available()).isBetween(0, REFUSAL.length() + 1);
    rest();
    assertThat(stream().available()).isZero();
  }

  @Test
  void goesBackWhereItSaysThatItCan() throws IOException {
    if (!stream().markSupported()) {
      assertThatThrownBy(() -> stream().reset()).isInstanceOf(IOException.class);
      return;
    }
    stream().mark(100);
    stream().read();
    stream().reset();

    assertThat(rest()).isEqualTo(REFUSAL + '\u00ff');
  }

  @Test
  void givesAllOfItAtOnce() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(stream().transferTo(out)).isEqualTo(REFUSAL.length() + 1);

    assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(REFUSAL + '\u00ff');
    assertTold();
  }

  @Test
  void closesTheLibrarysStream() throws IOException {
    stream().close();
    stream().close();

    assertThat(received.isClosed).isTrue();
    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
  }

  @Test
  void breaksOffWhereTheLibrarysDoes() throws IOException {
    received.isBroken = true;

    assertThatThrownBy(this::rest).isInstanceOf(IOException.class).hasMessage("broken");
  }

  private void assertTold() {
    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  private String rest() throws IOException {
    return new String(stream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private InputStream stream() throws IOException {
    InputStream before = stream;
    if (before != null) {
      return before;
    }
    attempt.decide(RecordedAttempts.REFRESH.getBytes(StandardCharsets.US_ASCII));
    InputStream now = over(received, 400);
    stream = now;
    return now;
  }

  /** What the library gives. */
  private static final class Received extends FilterInputStream {

    private boolean isClosed;
    private boolean isBroken;

    Received(String text) {
      super(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (isBroken) {
        throw new IOException("broken");
      }
      return super.read(bytes, offset, length);
    }

    @Override
    public int read() throws IOException {
      if (isBroken) {
        throw new IOException("broken");
      }
      return super.read();
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
