package dev.mcphotfix.agent.witness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import kotlinx.io.Buffer;
import org.junit.jupiter.api.Test;

/** Of Ktor 3; the chunks of Ktor 2 are those of its client, which runs in JVMs of its own. */
class KtorRecordTest {

  @Test
  void isSeenWhereItLiesOverSegments() {
    String text = "POST /token HTTP/1.1\r\n".repeat(600);
    Buffer buffer = new Buffer();
    buffer.write(("read" + text).getBytes(ISO_8859_1), 0, 4 + text.length());
    buffer.skip(4);

    PlainText seen = KtorRecord.text(new Record(buffer));

    assertThat(text(seen)).isEqualTo(text);
    assertThat(buffer.getSize()).isEqualTo(text.length());
    assertThat(text(KtorRecord.text(new Record(buffer)))).isEqualTo(text);
  }

  @Test
  void mayBeEmpty() {
    assertThat(KtorRecord.text(new Record(new Buffer())).length()).isZero();
  }

  private static String text(PlainText seen) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < seen.length(); i++) {
      text.append((char) seen.at(i));
    }
    return text.toString();
  }

  /** As Ktor's own has it. */
  public static final class Record {

    private final Buffer packet;

    Record(Buffer packet) {
      this.packet = packet;
    }

    public Buffer getPacket() {
      return packet;
    }
  }
}
