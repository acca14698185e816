package dev.mcphotfix.agent.oauth.url;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS://IdP.Example.com:443/token, https://idp.example.com/token",
    "http://idp.example.com:80/token, http://idp.example.com/token",
    "https://idp.example.com/token?a=/b#c, https://idp.example.com/token",
    "https://user:password@idp.example.com/token, https://idp.example.com/token",
    "https://idp.example.com, https://idp.example.com/",
    "https://idp.example.com?a=b, https://idp.example.com/",
    "https://[::1]:443/token, https://[::1]/token"
  })
  void isTheSameForTwoSpellings(String one, String other) {
    assertThat(CanonicalUrl.of(one)).isEqualTo(CanonicalUrl.of(other)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://idp.example.com/token, https://idp.example.com/Token",
    "https://idp.example.com/token, https://idp.example.com/token/",
    "https://idp.example.com/token, http://idp.example.com/token",
    "https://idp.example.com/token, https://idp.example.com:8443/token",
    "https://idp.example.com:80/token, https://idp.example.com/token",
    "https://idp.example.com/token, https://idp.example.com@evil.example/token",
    "https://idp.example.com/token, https://evil.example/@idp.example.com/token"
  })
  void differsForTwoPlaces(String one, String other) {
    assertThat(CanonicalUrl.of(one)).isNotEqualTo(CanonicalUrl.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/token", "token", "://token", "urn:a:b"})
  void isNoneForTextWithoutAnAuthority(String text) {
    assertThat(CanonicalUrl.of(text)).isNull();
  }

  @Test
  void namesAResourceWithAndWithoutATrailingSlash() {
    assertThat(CanonicalUrl.ofResource("https://mcp.example.com/mcp/"))
        .isEqualTo(CanonicalUrl.ofResource("https://mcp.example.com/mcp"));
    assertThat(CanonicalUrl.ofResource("https://mcp.example.com/"))
        .isEqualTo(CanonicalUrl.ofResource("https://mcp.example.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://h, https://h/a, true",
    "https://h/a, https://h/a, true",
    "https://h/a, https://h/a/b, true",
    "https://h/a, https://h/ab, false",
    "https://h/a/b, https://h/a, false",
    "https://h/a, https://g/a/b, false"
  })
  void coversWhatIsBelowIt(String parent, String child, boolean covers) {
    CanonicalUrl above = requireNonNull(CanonicalUrl.of(parent));
    CanonicalUrl below = requireNonNull(CanonicalUrl.of(child));

    assertThat(above.covers(below)).isEqualTo(covers);
  }

  @ParameterizedTest
  @CsvSource({"https://h/a/Token, token", "https://h/token/, token", "https://h, ''"})
  void tellsItsLastSegment(String url, String segment) {
    assertThat(CanonicalUrl.of(url)).extracting(CanonicalUrl::lastSegment).isEqualTo(segment);
  }
}
