package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void isTheSameWhateverThePortWas() {
    String svg = new Picture(List.of("  endpoint=http://127.0.0.1:41331/token")).svg();

    assertThat(svg)
        .isEqualTo(new Picture(List.of("  endpoint=http://127.0.0.1:55022/token")).svg())
        .isNotEqualTo(new Picture(List.of("  endpoint=http://127.0.0.1:55022/other")).svg());
  }

  @Test
  void keepsEachLineAtItsPlace() {
    String svg = new Picture(List.of("1. Title", "", "   $ java <&>")).svg();

    assertThat(svg)
        .contains("<text x=\"20.0\" y=\"54\" class=\"title\">1. Title</text>")
        .contains("<text x=\"43.5\" y=\"90\" class=\"command\">$ java &lt;&amp;&gt;</text>");
  }

  @Test
  void loadsNothingAndRunsNothing() {
    assertThat(new Picture(List.of("a")).svg())
        .doesNotContain("<script", "href", "url(", "@import", "<image");
  }
}
