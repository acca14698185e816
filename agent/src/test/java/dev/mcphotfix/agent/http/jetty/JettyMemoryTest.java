package dev.mcphotfix.agent.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contents that are in memory: all of them is had at once, and is there as before. */
final class JettyMemoryTest {

  @Test
  void holdsBytesTextsAndForms() {
    assertThat(JettyMemory.holds(new BytesRequestContent(new byte[1]))).isTrue();
    assertThat(JettyMemory.holds(new StringRequestContent("a"))).isTrue();
    assertThat(JettyMemory.holds(new FormRequestContent(new Fields()))).isTrue();
    assertThat(JettyMemory.holds(new BytesRequestContent(new byte[1]) {})).isTrue();
  }

  @Test
  void holdsNothingThatMayComeLate() {
    assertThat(JettyMemory.holds(new AsyncRequestContent())).isFalse();
    assertThat(JettyMemory.holds(new MemoryContent("a"))).isFalse();
  }

  @Test
  void readsAllOfItAndLeavesItAsItWas() {
    BytesRequestContent content = new BytesRequestContent(bytes("a="), bytes("b"));

    assertThat(text(JettyMemory.read(content))).isEqualTo("a=b");

    Content.Chunk first = content.read();
    assertThat(first.getByteBuffer()).isEqualTo(ByteBuffer.wrap(bytes("a=")));
    assertThat(content.read().isLast()).isTrue();
  }

  @Test
  void readsNothingThatIsNotThere() {
    assertThat(JettyMemory.read(new AsyncRequestContent())).isNull();
  }

  @Test
  void readsWhatIsPushedByOneDemandAfterTheOther() {
    MemoryContent content = new MemoryContent("a=", "", "b");

    assertThat(text(JettyMemory.read(content))).isEqualTo("a=b");

    assertThat(content.demands).isEqualTo(3);
  }

  @Test
  void readsNothingThatIsNotPushedToItsEnd() {
    PushedContent content = new PushedContent().write("a=");

    assertThat(JettyMemory.read(content)).isNull();

    assertThat(content.demands).isEqualTo(2);
  }

  @Test
  void readsNothingOfWhatFails() {
    Request.Content failing =
        (consumer, emitInitialContent) -> {
          throw new IllegalStateException("broken");
        };

    assertThat(JettyMemory.read(failing)).isNull();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.US_ASCII);
  }
}
