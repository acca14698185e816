package dev.mcphotfix.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource({
    "https://h/mcp/sk-4f9aK2/sse, https://h/mcp/***/sse",
    "https://h/0f8fad5b-d9cb-469f-a165-70867728950e/v2.0/token, https://h/***/v2.0/token",
    "https://h/mcp/aGVsbG8gd29ybGQ=, https://h/mcp/***",
    "https://h/mcp/s%33cret, https://h/mcp/***",
    "https://h/mcp/aBcDeFgHiJkL, https://h/mcp/***",
    "https://h/mcp/abcdefghijklmnopqrstuvwxyz, https://h/mcp/***",
    "https://h/mcp/12345678, https://h/mcp/***",
    "https://h/mcp/a1b-2c3-d4e-5f6, https://h/mcp/***",
    "https://h/mcp/***/sse, https://h/mcp/***/sse",
    "https://h/mcp;key=s3cr3t, https://h/***"
  })
  void masksWhatLooksLikeAKeyInAPath(String url, String shown) {
    assertThat(Redaction.url(url)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h/.well-known/oauth-authorization-server/realms/mcp",
        "https://h/.well-known/oauth-protected-resource/mcp",
        "https://h/realms/mcp/protocol/openid-connect/token",
        "https://h/oauth2/default/v1/token",
        "https://h/v1beta1/projects/team-4711/myMcpServer",
        "https://h/a/token.php",
        "https://h"
      })
  void keepsAPathOfNames(String url) {
    assertThat(Redaction.url(url)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/3f2504e0-4f89-41d3-9a0c-0305e82c3301/oauth2/v2.0/token",
        "https://Login.MicrosoftOnline.us/3F2504E0-4F89-41D3-9A0C-0305E82C3301/v2.0",
        "https://sts.windows.net/3f2504e0-4f89-41d3-9a0c-0305e82c3301/"
      })
  void keepsTheTenantOfEntra(String url) {
    assertThat(Redaction.url(url)).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/3f2504e0-4f89-41d3-9a0c-0305e82c3301/oauth2/v2.0/token, https://h/***/oauth2/v2.0/token",
    "https://login.microsoftonline.com.h/3f2504e0-4f89-41d3-9a0c-0305e82c3301/x,"
        + " https://login.microsoftonline.com.h/***/x",
    "https://sts.windows.net@h/3f2504e0-4f89-41d3-9a0c-0305e82c3301/x, https://h/***/x",
    "https://sts.windows.net/3f2504e04f8941d39a0c0305e82c3301/x, https://sts.windows.net/***/x",
    "https://sts.windows.net/3f2504e0-4f89-41d3-9a0c-0305e82c330g/x, https://sts.windows.net/***/x",
    "https://sts.windows.net/sk-4f9aK2/x, https://sts.windows.net/***/x",
    "/3f2504e0-4f89-41d3-9a0c-0305e82c3301/x, /***/x"
  })
  void masksAUuidThatMayBeAKey(String url, String shown) {
    assertThat(Redaction.url(url)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"incorrect_client_credentials", "com.example.errors.invalid_token"})
  void takesACodeOfLowerCaseLettersForAWord(String code) {
    assertThat(Redaction.text(code)).isEqualTo(code);
    assertThat(Redaction.words(code)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "token abc123 is unknown, token *** is unknown",
    "c4fe, ***",
    "what of a+b?, what of ***?",
    "AADSTS900144: no client_id, AADSTS900144: no client_id",
    "abcdefghijklmnopqrstuvwxyz, ***"
  })
  void keepsOnlyWords(String text, String shown) {
    assertThat(Redaction.words(text)).isEqualTo(shown);
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
