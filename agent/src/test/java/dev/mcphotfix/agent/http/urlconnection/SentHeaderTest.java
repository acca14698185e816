package dev.mcphotfix.agent.http.urlconnection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SentHeaderTest {

  private static final String START = "sun.net.www.MessageHeader@2a pairs: ";

  @Test
  void findsAFieldWhateverItsCase() {
    SentHeader header = SentHeader.of(START + "{POST / HTTP/1.1: null}{Authorization: Basic x}");

    assertThat(header.values("authorization")).containsExactly("Basic x");
    assertThat(header.values("Author")).isEmpty();
    assertThat(header.values("Accept")).isEmpty();
  }

  @Test
  void findsEachValueInItsOrder() {
    SentHeader header = SentHeader.of(START + "{Accept: a}{X: b}{Accept: c}");

    assertThat(header.values("Accept")).containsExactly("a", "c");
  }

  @Test
  void readsAValueWithBracesAndColons() {
    SentHeader header = SentHeader.of(START + "{X: {a: b}}{Y: c}");

    assertThat(header.values("Y")).containsExactly("c");
    assertThat(header.values("X")).containsExactly("{a: b}");
  }

  @Test
  void takesWhatHasNoTypeForAForm() {
    assertThat(SentHeader.of(START).values("content-type"))
        .containsExactly("application/x-www-form-urlencoded");
    assertThat(SentHeader.of(START + "{Content-Type: a/b}").values("Content-Type"))
        .containsExactly("a/b");
    assertThat(SentHeader.of(START).values("X")).isEmpty();
  }
}
