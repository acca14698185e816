package dev.mcphotfix.agent.command.attach.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PerformanceDataTest {

  @Test
  void readsTheTextsOfAJvm() {
    assertThat(PerformanceData.parse(file("sun.rt.javaCommand", "org.acme.Main x")))
        .containsExactly(entry("sun.rt.javaCommand", "org.acme.Main x"));
  }

  @Test
  void readsNothingFromAnotherFile() {
    assertThat(PerformanceData.parse("PK and so on, long enough to be looked at".getBytes(UTF_8)))
        .isEmpty();
  }

  @Test
  void survivesAFileThatIsCutAnywhere() {
    byte[] whole = file("sun.rt.javaCommand", "org.acme.Main");

    for (int length = 0; length < whole.length; length++) {
      assertThat(PerformanceData.parse(Arrays.copyOf(whole, length))).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void survivesOffsetsThatLeadOutside() {
    byte[] bad = file("name", "value");
    ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putInt(32, Integer.MAX_VALUE);

    assertThat(PerformanceData.parse(bad)).isEmpty();
  }

  private static byte[] file(String name, String value) {
    int data = 20 + name.length() + 1;
    int length = data + value.length() + 1;
    ByteBuffer file = ByteBuffer.allocate(32 + length);
    file.putInt(0xCAFEC0C0).put((byte) 1).put((byte) 2).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(24, 32).putInt(28, 1);
    file.putInt(32, length).putInt(36, 20).putInt(40, value.length() + 1);
    file.put(44, (byte) 'B').putInt(48, data);
    file.put(52, name.getBytes(UTF_8)).put(32 + data, value.getBytes(UTF_8));
    return file.array();
  }
}
