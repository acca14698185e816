package dev.mcphotfix.agent.http.urlconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The words are those of the JDK's own stream. */
final class ToldStreamTest {

  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private final ToldStream stream = new ToldStream(buffer, 3);

  @Test
  void takesWhatIsTold() throws IOException {
    stream.write(1);
    stream.write(new byte[] {2, 3});
    stream.close();

    assertThat(buffer.toByteArray()).containsExactly(1, 2, 3);
    assertThat(stream.failure()).isNull();
  }

  @Test
  void takesNoMore() throws IOException {
    assertThatThrownBy(() -> stream.write(new byte[4]))
        .isInstanceOf(IOException.class)
        .hasMessage("too many bytes written");
    assertThatThrownBy(() -> stream.write(1))
        .isInstanceOf(IOException.class)
        .hasMessage("too many bytes to write");

    assertThat(buffer.size()).isZero();
    assertThat(stream.failure()).isNotNull();
  }

  @Test
  void refusesWhatIsOutsideOfTheArray() throws IOException {
    assertThatThrownBy(() -> stream.write(new byte[1], 1, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);

    stream.write(new byte[3]);
    stream.close();
    assertThat(stream.failure()).isNull();
  }

  @Test
  void isNotClosedWithLess() throws IOException {
    stream.write(new byte[2]);
    assertThat(stream.failure()).hasMessage("insufficient data written");

    assertThatThrownBy(stream::close)
        .isInstanceOf(IOException.class)
        .hasMessage("insufficient data written");
    assertThat(stream.failure()).hasMessage("Incomplete output stream");
    stream.close();
  }

  @Test
  void isClosedOnce() throws IOException {
    stream.write(new byte[3]);
    stream.close();

    assertThatThrownBy(() -> stream.write(1))
        .isInstanceOf(IOException.class)
        .hasMessage("Stream is closed");
    stream.close();
    assertThat(buffer.size()).isEqualTo(3);
  }
}
