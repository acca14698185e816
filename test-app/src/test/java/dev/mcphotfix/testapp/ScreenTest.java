package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  @Test
  void foldsWhatIsTooLong() {
    screen.folded("  ", "word ".repeat(50).strip());

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100).startsWith("  "));
  }

  @Test
  void leavesAShortLineAlone() {
    screen.folded("  ", "a b");

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly("  a b");
  }
}
