package dev.mcphotfix.agent.oauth.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1     | a=1&client_id=my+id",
        "a=1&    | a=1&client_id=my+id",
        "''      | client_id=my+id",
        "&       | &client_id=my+id",
        "a=%2f+b | a=%2f+b&client_id=my+id",
        "ä=ö     | ä=ö&client_id=my+id"
      })
  void appendsBehindWhatIsThere(String text, String expected) {
    String appended = Form.parse(text).append("client_id", "my id");

    assertThat(appended).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client_id=               | client_id=X",
        "client_id                | client_id=X",
        "a=1&client_id=&b=%2f     | a=1&client_id=X&b=%2f",
        "a=1&client_id&b=2        | a=1&client_id=X&b=2",
        "client_id=null&a=1       | client_id=X&a=1",
        "a=1&client%5Fid=         | a=1&client%5Fid=X",
        "a=1&client_id=undefined& | a=1&client_id=X&"
      })
  void fillsTheValueWhereItStands(String text, String expected) {
    String filled = Form.parse(text).fill("client_id", "X");

    assertThat(filled).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://app.example/client.json?a=b&c", "ü&=%+ ", "plain"})
  void encodesTheValueSoThatTheServerReadsTheSame(String clientId) {
    String appended = Form.parse("a=1").append("client_id", clientId);

    String encoded = appended.substring("a=1&client_id=".length());
    assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(clientId);
    assertThat(encoded).doesNotContain("&", "=").matches("\\p{ASCII}+");
  }

  @Test
  void readsNamesAndValuesDecoded() {
    Form form = Form.parse("client%5Fid=a+b%26c&%67rant_type=x");

    assertThat(form.single("client_id")).isEqualTo("a b&c");
    assertThat(form.single("grant_type")).isEqualTo("x");
  }

  @Test
  void takesNoSemicolonForASeparator() {
    Form form = Form.parse("a=1;client_id=2");

    assertThat(form.single("a")).isEqualTo("1;client_id=2");
    assertThat(form.has("client_id")).isFalse();
  }

  @Test
  void keepsEqualsSignsInTheValue() {
    assertThat(Form.parse("a==b=").single("a")).isEqualTo("=b=");
  }

  @Test
  void skipsEmptyFieldsAndReadsEmptyNames() {
    Form form = Form.parse("&&=x&a=1&");

    assertThat(form.single("")).isEqualTo("x");
    assertThat(form.single("a")).isEqualTo("1");
  }

  @Test
  void treatsAnEmptyValueAsOmittedButPresent() {
    Form form = Form.parse("a=&b");

    assertThat(form.single("a")).isNull();
    assertThat(form.has("a")).isTrue();
    assertThat(form.has("b")).isTrue();
  }

  @Test
  void hasNoSingleValueForARepeatedField() {
    assertThat(Form.parse("a=1&a=2").single("a")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%4&b=1", "a=%+1", "a=%-1", "a=1&b=%%41"})
  void knowsBadEscapes(String text) {
    assertThat(Form.parse(text).wellFormed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=%41%c3%BC", "a=1&b=%2B", "ä=1"})
  void knowsGoodEscapes(String text) {
    assertThat(Form.parse(text).wellFormed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/t?a=1&b=2,     2",
    "https://a.example/t?a=1#&b=2&c=, 1",
    "https://a.example/t?,            0",
    "https://a.example/t,             0"
  })
  void readsWhatIsBehindTheQuestionMarkOfAUrl(String url, int fields) {
    assertThat(Form.ofQuery(url).fields()).hasSize(fields);
  }

  @Test
  void readsNothingOfAUrlThatIsNotKnown() {
    assertThat(Form.ofQuery(null).fields()).isEmpty();
  }
}
