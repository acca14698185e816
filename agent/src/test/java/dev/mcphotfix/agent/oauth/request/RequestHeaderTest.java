package dev.mcphotfix.agent.oauth.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestHeaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        " Application/X-WWW-Form-Urlencoded",
        "application/x-www-form-urlencoded;charset=UTF-8",
        "application/x-www-form-urlencoded ; a=b"
      })
  void knowsAFormByItsType(String type) {
    assertThat(header("Content-Type", type).isForm()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "application/json",
        "multipart/form-data",
        "application/x-www-form-urlencodedx"
      })
  void takesNothingElseForAForm(String type) {
    assertThat(header("Content-Type", type).isForm()).isFalse();
  }

  @Test
  void takesAnAbsentTypeForNoForm() {
    assertThat(header("Accept", "a/b").isForm()).isFalse();
  }

  @Test
  void takesAnUnknownHeaderForThatOfAForm() {
    assertThat(new RequestHeader(TokenRequest.HeaderFields.UNKNOWN).isForm()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "\"UTF-8\"", "us-ascii", "ISO-8859-15", "windows-1252"})
  void readsCharsetsThatContainAscii(String charset) {
    String type = "application/x-www-form-urlencoded; charset=" + charset;

    assertThat(header("Content-Type", type).isPlain()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-16", "UTF-32LE", "IBM037", "cp1047"})
  void readsNoCharsetThatIsWiderOrOther(String charset) {
    String type = "application/x-www-form-urlencoded; charset=" + charset;

    assertThat(header("Content-Type", type).isPlain()).isFalse();
  }

  @Test
  void readsNoCompressedBody() {
    assertThat(header("Content-Encoding", "gzip").isPlain()).isFalse();
    assertThat(header("Content-Encoding", "Identity").isPlain()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Basic abc, Basic",
    "DPoP abc, DPoP",
    "Negotiate, Negotiate",
    "bearer abc, Bearer",
    "SCRAM-SHA-256 a=b, SCRAM-SHA-256"
  })
  void tellsTheScheme(String authorization, String scheme) {
    assertThat(header("Authorization", authorization).scheme()).isEqualTo(scheme);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bareTokenWithoutAScheme", "averyveryverylongfirstword abc", "key more", ""})
  void tellsNoSchemeThatIsNotRegistered(String authorization) {
    assertThat(header("Authorization", authorization).scheme()).isEqualTo("another scheme");
    assertThat(header("Authorization", authorization).isAuthorized()).isTrue();
  }

  @Test
  void knowsBasicByItsWholeName() {
    assertThat(header("Authorization", "bAsIc abc").isBasic()).isTrue();
    assertThat(header("Authorization", "Basic").isBasic()).isTrue();
    assertThat(header("Authorization", "Basics abc").isBasic()).isFalse();
  }

  private static RequestHeader header(String name, String value) {
    return new RequestHeader(n -> n.equals(name) ? List.of(value) : List.of());
  }
}
