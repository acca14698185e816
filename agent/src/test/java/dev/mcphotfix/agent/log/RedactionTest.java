package dev.mcphotfix.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactionTest {

  @ParameterizedTest
  @CsvSource({
    "https://idp.example/token?code=c, https://idp.example/token",
    "https://idp.example/token#f, https://idp.example/token",
    "https://user:password@idp.example/token, https://idp.example/token",
    "https://user:password@idp.example, https://idp.example",
    "https://idp.example/a@b/token, https://idp.example/a@b/token",
    "/token?a=b, /token",
  })
  void keepsOnlyWhereAUrlLeads(String url, String shown) {
    assertThat(Redaction.url(url)).isEqualTo(shown);
  }

  @Test
  void masksWhatMayBeAToken() {
    String text = "token eyJhbGciOiJSUzI1NiIsInR5cCI.abc-def_ghi is unknown";

    assertThat(Redaction.text(text)).isEqualTo("token *** is unknown");
  }

  @Test
  void masksATokenThatIsPercentEncoded() {
    assertThat(Redaction.text("refresh_token is abcdefghij%2Bklmnopqrst%2Fuvwx"))
        .isEqualTo("refresh_token is ***");
  }

  @Test
  void leavesAnOrdinarySentenceAlone() {
    String text = "The request must contain the following parameter: 'client_id'";

    assertThat(Redaction.text(text)).isEqualTo(text);
  }

  @Test
  void masksATokenThatTheCutWouldHide() {
    assertThat(Redaction.text("x ".repeat(95) + "a".repeat(40))).doesNotContain("aaaa");
  }

  @Test
  void boundsText() {
    assertThat(Redaction.text("a b ".repeat(1000))).hasSize(203).endsWith("...");
  }
}
