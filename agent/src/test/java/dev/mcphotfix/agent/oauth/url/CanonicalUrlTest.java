package dev.mcphotfix.agent.oauth.url;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
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
    assertThat(CanonicalUrl.ofEndpoint(one)).isEqualTo(CanonicalUrl.ofEndpoint(other)).isNotNull();
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
    assertThat(CanonicalUrl.ofEndpoint(one)).isNotEqualTo(CanonicalUrl.ofEndpoint(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/token", "token", "://token", "urn:a:b"})
  void isNoneForTextWithoutAnAuthority(String text) {
    assertThat(CanonicalUrl.ofEndpoint(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://mcp.example.com/mcp/, https://mcp.example.com/mcp",
    "https://mcp.example.com/, https://mcp.example.com",
    "HTTPS://MCP.example.com:443/mcp/?tenant=1#a, https://mcp.example.com/mcp?tenant=1",
    "' https://mcp.example.com/mcp ', https://mcp.example.com/mcp",
    "a name, a name"
  })
  void namesAResourceWhateverTheSpelling(String one, String other) {
    assertThat(CanonicalUrl.isSameResource(one, other)).isTrue();
    assertThat(CanonicalUrl.isSameResource(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://mcp.example.com/mcp?tenant=1, https://mcp.example.com/mcp?tenant=2",
    "https://mcp.example.com/mcp?tenant=1, https://mcp.example.com/mcp",
    "https://mcp.example.com/mcp, https://mcp.example.com/MCP",
    "a name, another",
    "https://mcp.example.com, "
  })
  void tellsTwoResourcesApart(String one, @Nullable String other) {
    assertThat(CanonicalUrl.isSameResource(one, other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/mcp, https://h/mcp",
    "HTTPS://H:443/mcp/, https://h/mcp",
    "https://h, https://h/mcp",
    "https://h/, https://h/mcp/a",
    "https://h/mcp, https://h/mcp/a",
    "https://h/mcp, https://h/mcp?a=b",
    "https://h/mcp?a=b, https://h/mcp?a=b"
  })
  void coversItselfAndWhatIsBelow(String parent, String child) {
    assertThat(covers(parent, child)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/mcp, https://h/mcpx",
    "https://h/mcp/a, https://h/mcp",
    "https://h:8443/mcp, https://h/mcp",
    "http://h/mcp, https://h/mcp",
    "https://g/mcp, https://h/mcp/a",
    "https://h/mcp?a=b, https://h/mcp"
  })
  void coversNothingElse(String parent, String child) {
    assertThat(covers(parent, child)).isFalse();
  }

  private static boolean covers(String parent, String child) {
    CanonicalUrl above = requireNonNull(CanonicalUrl.ofResource(parent));
    CanonicalUrl below = requireNonNull(CanonicalUrl.ofResource(child));
    return above.covers(below);
  }

  @ParameterizedTest
  @CsvSource({"https://h/a/Token, token", "https://h/token/, token", "https://h, ''"})
  void tellsItsLastSegment(String url, String segment) {
    assertThat(CanonicalUrl.ofEndpoint(url))
        .extracting(CanonicalUrl::lastSegment)
        .isEqualTo(segment);
  }
}
