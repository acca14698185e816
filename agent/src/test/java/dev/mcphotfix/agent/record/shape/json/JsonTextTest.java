package dev.mcphotfix.agent.record.shape.json;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static dev.mcphotfix.agent.record.HookFixture.server;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.record.HookFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  private static final String OPEN =
      "{\"serverName\":\"example-server\",\"refreshToken\":\"rt-secret\"";
  private static final String ADDED = ",\"clientId\":\"" + ID + '"';

  private final HookFixture hook = HookFixture.example();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "}",
        ",\"z\":1.50e+07,\"z\":2}",
        ",\"a\":[{\"x\":\"}\"}]}",
        ",\"o\":{\"clientId\":\"inner\"}}",
        ",\"escaped \\\" name\":\"\\u00e9\\\\\"}",
        ",\"t\":true}"
      })
  void addsTheIdBehindTheLastMember(String rest) {
    String text = OPEN + rest;

    Object answer = hook.handle(text);

    String head = text.substring(0, text.length() - 1);
    assertThat(answer).isEqualTo(head + ADDED + '}');
  }

  @Test
  void copiesTheIndentationOfTheLastMember() {
    String head = "{\r\n\t\"serverName\" : \"example-server\",\r\n\t\"refreshToken\" : \"rt\"";

    Object answer = hook.handle(head + "\r\n}\r\n");

    assertThat(answer).isEqualTo(head + ",\r\n\t\"clientId\" : \"" + ID + "\"\r\n}\r\n");
  }

  @Test
  void copiesTheSpacesOfOneLine() {
    String head = "{ \"serverName\": \"example-server\", \"refreshToken\": \"rt\"";

    Object answer = hook.handle(head + " }");

    assertThat(answer).isEqualTo(head + ", \"clientId\": \"" + ID + "\" }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\"null\"", "\"\\u006eull\"", "\"undefined\""})
  void fillsAnEmptyIdInItsPlace(String empty) {
    String head = "{ \"clientId\" :  ";
    String tail = " , \"serverName\": \"example-server\", \"refreshToken\": \"rt\"}";

    Object answer = hook.handle(head + empty + tail);

    assertThat(answer).isEqualTo(head + '"' + ID + '"' + tail);
  }

  @Test
  void keepsCharactersBeyondAscii() {
    String head = "{\"ключ 😀\":\"é😀\",\"serverName\":\"example-server\",\"refreshToken\":\"r😀\"";

    Object answer = hook.handle(head + '}');

    assertThat(answer).isEqualTo(head + ADDED + '}');
  }

  @Test
  void splicesBytesByteForByte() {
    String head = "{\"ключ 😀\":\"é😀\",\"serverName\":\"example-server\",\"refreshToken\":\"r😀\"";

    Object answer = hook.handle((head + '}').getBytes(UTF_8));

    assertThat(answer).isEqualTo((head + ADDED + '}').getBytes(UTF_8));
  }

  @Test
  void keepsTheByteOrderMark() {
    String head = '\uFEFF' + OPEN;

    assertThat(hook.handle(head + '}')).isEqualTo(head + ADDED + '}');
    assertThat(hook.handle((head + '}').getBytes(UTF_8)))
        .isEqualTo((head + ADDED + '}').getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {3_990, 4_000, 8_000, 32_768, 70_000, 90_000})
  void findsItsPlaceInALongText(int length) {
    String head = OPEN + ",\"" + "é".repeat(length / 2) + "\":\"" + "x😀".repeat(length / 2) + '"';
    String tail = ",\"clientId\":null,\"end\":1}";

    Object answer = hook.handle(head + tail);

    assertThat(answer).isEqualTo(head + tail.replace("null", '"' + ID + '"'));
  }

  @Test
  void escapesTheIdForJson() {
    String id = "quote\"back\\slash";
    HookFixture other = new HookFixture(server("example-server", null, id, null));

    Object answer = other.handle(OPEN + '}');

    assertThat(answer).isEqualTo(OPEN + ",\"clientId\":\"quote\\\"back\\\\slash\"}");
  }

  @Test
  void healsOnce() {
    Object once = hook.handle(OPEN + '}');

    assertThat(hook.handle(once)).isNull();
  }

  @Test
  void changesNoTextWhenObserving() {
    assertThat(hook.observing().handle(OPEN + '}')).isNull();
  }

  @Test
  void leavesTextWithAnIdAlone() {
    assertThat(hook.handle(OPEN + ",\"clientId\":\"other\"}")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rt-secret",
        "[]",
        "\"text\"",
        "{\"refreshToken\":\"rt\"} trailing",
        "{\"refreshToken\":\"rt\"}{}",
        "{\"refreshToken\":\"rt\"",
        "{'refreshToken':'rt'}",
        "{\"refreshToken\":\"rt\",}",
        "{\"serverName\":\"example-server\",\"refreshToken\":\"a\",\"refreshToken\":\"b\"}",
        "{\"clientId\":\"\",\"clientId\":\"\",\"refreshToken\":\"b\"}"
      })
  void leavesTextThatCannotBeReadAlone(String text) {
    assertThat(hook.handle(text)).isNull();
    assertThat(hook.reasons()).containsExactly("record-unreadable");
  }

  @Test
  void leavesBytesThatAreNoUtf8Alone() {
    byte[] latin = (OPEN + ",\"name\":\"é\"}").getBytes(ISO_8859_1);

    assertThat(hook.handle(latin)).isNull();
    assertThat(hook.reasons()).containsExactly("record-unreadable");
  }

  @Test
  void leavesAnEnormousTextAlone() {
    String text = OPEN + " ".repeat(1 << 20) + '}';

    assertThat(hook.handle(text)).isNull();
    assertThat(hook.reasons()).containsExactly("record-unreadable");
  }
}
