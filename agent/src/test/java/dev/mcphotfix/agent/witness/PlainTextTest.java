package dev.mcphotfix.agent.witness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a call is about to send is seen where it lies, and stays as it is. */
class PlainTextTest {

  @Test
  void isThePartOfAnArrayThatIsSent() {
    byte[] bytes = "--text--".getBytes(ISO_8859_1);

    assertThat(seen(bytes, 2, 4)).isEqualTo("text");
    assertThat(bytes).isEqualTo("--text--".getBytes(ISO_8859_1));
  }

  @Test
  void isWhatIsLeftInABufferOfEitherKind() {
    ByteBuffer direct = ByteBuffer.allocateDirect(16);
    direct.put("--text--".getBytes(ISO_8859_1)).position(2).limit(6);
    ByteBuffer heap = ByteBuffer.wrap("--text--".getBytes(ISO_8859_1), 2, 4);

    for (ByteBuffer buffer : List.of(direct, heap, heap.asReadOnlyBuffer(), heap.slice())) {
      int position = buffer.position();

      assertThat(seen(buffer)).isEqualTo("text");
      assertThat(buffer.position()).isEqualTo(position);
      assertThat(buffer.remaining()).isEqualTo(4);
    }
  }

  @Test
  void isWhatIsLeftInTheBuffersThatAreNamed() {
    ByteBuffer[] buffers = {buffer("no"), buffer("te"), buffer(""), buffer("xt"), buffer("no")};

    assertThat(seen(buffers, 1, 3)).isEqualTo("text");
    assertThat(buffers).allMatch(each -> each.position() == 0);
  }

  @Test
  void isNothingWhereTheJdkWillRefuseTheCall() {
    byte[] bytes = {1, 2, 3};

    assertThat(seen(bytes, 2, 2)).isEmpty();
    assertThat(seen(bytes, -1, 2)).isEmpty();
    assertThat(seen(bytes, 1, Integer.MAX_VALUE)).isEmpty();
    assertThat(seen(null, 0, 1)).isEmpty();
    assertThat(seen((Object) new ByteBuffer[] {null}, 0, 1)).isEmpty();
    assertThat(seen((Object) new ByteBuffer[1], 1, 1)).isEmpty();
  }

  @Test
  void isBounded() {
    byte[] half = new byte[PlainText.MOST - 1];

    assertThat(seen(new byte[PlainText.MOST + 1], 0, PlainText.MOST + 1)).hasSize(PlainText.MOST);
    assertThat(seen((Object) new ByteBuffer[] {ByteBuffer.wrap(half), ByteBuffer.wrap(half)}, 0, 2))
        .hasSize(PlainText.MOST);
  }

  private static ByteBuffer buffer(String text) {
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }

  private static String seen(@Nullable Object... arguments) {
    PlainText text = Outlet.text("a connection", Arrays.asList(arguments));
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      seen.append((char) text.at(i));
    }
    return seen.toString();
  }
}
