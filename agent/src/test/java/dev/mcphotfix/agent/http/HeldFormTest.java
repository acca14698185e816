package dev.mcphotfix.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HeldFormTest {

  private final List<@Nullable String> asked = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();

  @Test
  void isAnotherWhenItIsWhole() {
    HeldForm form = held("c=d");

    add(form, "a=");
    add(form, "b");

    assertThat(asked).isEmpty();
    assertThat(form.whole()).asString(StandardCharsets.US_ASCII).isEqualTo("c=d");
    assertThat(asked).containsExactly("a=b");
    assertThat(form.isReleased()).isTrue();
  }

  @Test
  void isWholeWithAnEndThatIsNotHeld() {
    HeldForm form = held(null);

    add(form, "a=");

    assertThat(form.whole(new byte[] {'b'})).asString(StandardCharsets.US_ASCII).isEqualTo("a=b");
    assertThat(form.part()).asString(StandardCharsets.US_ASCII).isEqualTo("a=");
    assertThat(asked).containsExactly("a=b");
  }

  @Test
  void isAsItCameWhereItIsLeftAlone() {
    HeldForm form = held(null);

    add(form, "a=b");

    assertThat(form.whole()).asString(StandardCharsets.US_ASCII).isEqualTo("a=b");
  }

  @Test
  void isAsItCameWhereItIsNotWhole() {
    HeldForm form = held(null);

    add(form, "a=");

    assertThat(form.part()).asString(StandardCharsets.US_ASCII).isEqualTo("a=");
    assertThat(asked).containsExactly((String) null);
  }

  @Test
  void isAsItCameWhereTheAgentFails() {
    HeldForm form =
        new HeldForm(
            body -> {
              throw new IllegalStateException("broken");
            },
            failures::add);

    add(form, "a=b");

    assertThat(form.whole()).asString(StandardCharsets.US_ASCII).isEqualTo("a=b");
    assertThat(failures).hasSize(1);
  }

  @Test
  void takes64KibibytesAndNoMore() {
    HeldForm form = held(null);

    add(form, "x".repeat(FormBytes.LARGEST - 1));

    assertThat(form.takes(1)).isTrue();
    assertThat(form.takes(2)).isFalse();
  }

  @Test
  void takesNothingOnceItIsLetGo() {
    HeldForm form = held(null);

    form.part();

    assertThat(form.takes(1)).isFalse();
  }

  private HeldForm held(@Nullable String other) {
    return new HeldForm(
        body -> {
          asked.add(FormBytes.text(body));
          return other == null ? null : other.getBytes(StandardCharsets.US_ASCII);
        },
        failures::add);
  }

  private static void add(HeldForm form, String text) {
    form.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
