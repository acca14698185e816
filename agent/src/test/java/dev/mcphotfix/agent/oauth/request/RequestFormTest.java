package dev.mcphotfix.agent.oauth.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestFormTest {

  @ParameterizedTest
  @ValueSource(strings = {"c", "nullable", "Null", "NONE"})
  void knowsTheClientId(String id) {
    assertThat(new RequestForm("a=1&client_id=" + id).clientId()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1",
        "client_id=",
        "client_id=null",
        "client_id=undefined",
        "client_id=None",
        "client_id=a&client_id=b"
      })
  void takesAMissingOneForNone(String form) {
    assertThat(new RequestForm(form).clientId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=refresh_token&refresh_token=r, r",
    "grant_type=authorization_code&code=c,     c",
    "device_code=d,                            d"
  })
  void knowsWhatItRedeems(String form, String credential) {
    assertThat(new RequestForm(form).credential()).isEqualTo(credential);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grant_type=client_credentials", "code=", "code=a&code=b"})
  void redeemsNothingElse(String form) {
    assertThat(new RequestForm(form).credential()).isNull();
  }

  @Test
  void knowsTheResourcesOfTheWebAlone() {
    String form = "resource=https://mcp.example.com/mcp&resource=api://mcp.example.com&resource=";

    assertThat(new RequestForm(form).resources())
        .containsExactly(CanonicalUrl.ofResource("https://mcp.example.com/mcp"));
  }
}
