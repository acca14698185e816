package dev.mcphotfix.agent.witness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token request is recognized however it is written, and nothing else is. */
class RecognizerTest {

  private static final String FORM = "grant_type=refresh_token&refresh_token=the-token";
  private static final String HEAD =
      """
      POST /token HTTP/1.1\r
      Host: idp.example.com\r
      content-type: application/x-www-form-urlencoded; charset=utf-8\r
      Authorization: Basic YTpi\r
      """;
  private static final String LENGTH = "Content-Length: " + FORM.length() + "\r\n\r\n";

  private final Recognizer recognizer = new Recognizer();
  private final Object connection = new Object();

  @Test
  void seesARequestInOnePiece() {
    Leaving leaving = see(HEAD + LENGTH + FORM);

    assertThat(leaving).isNotNull();
    assertThat(leaving.form()).isEqualTo(FORM);
    assertThat(leaving.seen()).isEqualTo(Leaving.WHOLE);
    assertThat(leaving.request("https").url()).isEqualTo("https://idp.example.com/token");
    assertThat(leaving.request("https").header().scheme()).isEqualTo("Basic");
  }

  @Test
  void namesTheUrlThatAProxyIsGiven() {
    Leaving leaving =
        see(HEAD.replace("/token", "http://idp.example.com:81/token") + LENGTH + FORM);

    assertThat(leaving).isNotNull();
    assertThat(leaving.request("http").url()).isEqualTo("http://idp.example.com:81/token");
  }

  @Test
  void waitsForABodyThatIsWrittenAfterItsHead() {
    assertThat(see(HEAD + LENGTH)).isNull();

    assertThat(see(FORM)).isNotNull().extracting(Leaving::form).isEqualTo(FORM);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64})
  void putsPiecesOfAnySizeTogetherOnce(int size) {
    String whole = HEAD + LENGTH + FORM;
    int seen = 0;
    for (int at = 0; at < whole.length(); at += size) {
      Leaving leaving = see(whole.substring(at, Math.min(whole.length(), at + size)));
      seen += leaving == null ? 0 : 1;
      assertThat(leaving == null || leaving.form().equals(FORM)).isTrue();
    }

    assertThat(seen).isEqualTo(1);
  }

  @Test
  void putsTheChunksOfABodyTogether() {
    assertThat(see(HEAD + "Transfer-Encoding: chunked\r\n\r\n")).isNull();
    assertThat(see("a\r\n" + FORM.substring(0, 10) + "\r\n")).isNull();
    String rest = FORM.substring(10);

    Leaving leaving = see(Integer.toHexString(rest.length()) + "\r\n" + rest + "\r\n0\r\n\r\n");

    assertThat(leaving).isNotNull().extracting(Leaving::form).isEqualTo(FORM);
  }

  @Test
  void keepsWhatTwoConnectionsWriteApart() {
    Object other = new Object();
    see(HEAD + LENGTH);
    see(other, HEAD.replace("idp.", "two.") + LENGTH);

    assertThat(see(FORM)).isNotNull();
    Leaving second = see(other, FORM);

    assertThat(second).isNotNull();
    assertThat(second.request("http").url()).isEqualTo("http://two.example.com/token");
  }

  @Test
  void seesTheNextRequestOfAConnection() {
    assertThat(see(HEAD + LENGTH + FORM)).isNotNull();
    assertThat(see(HEAD + LENGTH)).isNull();
    assertThat(see(FORM)).isNotNull();
  }

  @Test
  void givesUpTheOldestOfManyThatAreNeverFinished() {
    see(HEAD + LENGTH);
    Object[] others = new Object[64];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Object();
      see(others[i], HEAD + LENGTH);
    }

    Leaving leaving = see(FORM);

    assertThat(leaving).isNotNull().extracting(Leaving::seen).isEqualTo(Leaving.BODY);
    assertThat(see(others[63], FORM)).extracting(Leaving::seen).isEqualTo(Leaving.WHOLE);
  }

  @Test
  void seesAFormWhoseHeadWentOutBefore() {
    assertThat(see(FORM + "\r\n")).isNotNull().extracting(Leaving::form).isEqualTo(FORM);
  }

  @Test
  void seesADataFrameOfHttp2BehindOtherFrames() {
    byte[] frames =
        frames(frame(1, 4, new byte[] {1, 2, 3}), frame(0, 1, FORM.getBytes(ISO_8859_1)));

    Leaving leaving = recognizer.see(connection, PlainText.of(frames, 0, frames.length));

    assertThat(leaving).isNotNull();
    assertThat(leaving.form()).isEqualTo(FORM);
    assertThat(leaving.seen()).isEqualTo(Leaving.FRAME);
    assertThat(leaving.request("https").url()).isNull();
  }

  @Test
  void seesADataFrameThatIsPadded() {
    byte[] payload = ("\u0002" + FORM + "\0\0").getBytes(ISO_8859_1);
    byte[] frame = frame(0, 0x9, payload);

    Leaving leaving = recognizer.see(connection, PlainText.of(frame, 0, frame.length));

    assertThat(leaving).isNotNull().extracting(Leaving::form).isEqualTo(FORM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /token?grant_type=refresh_token HTTP/1.1\r\nHost: a\r\n\r\n",
        "{\"grant_type\":\"refresh_token\"}",
        "code=1&the_grant_type=refresh_token",
        "a text that tells of grant_type=refresh_token",
        "https://idp.example.com/token?grant_type=refresh_token",
        "\u0016\u0003\u0001grant_type=refresh_token",
        "HTTP/1.1 200 OK\r\n\r\ngrant_type=refresh_token",
        "refresh_token=the-token"
      })
  void leavesEverythingElseAlone(String text) {
    assertThat(see(text)).isNull();
  }

  @Test
  void leavesAPostOfSomethingElseAlone() {
    String json = HEAD.replace("x-www-form-urlencoded", "json");

    assertThat(see(json + LENGTH + FORM)).isNull();
    assertThat(see(HEAD + "Content-Length: 3\r\n\r\na=b")).isNull();
    assertThat(see(HEAD.replace("HTTP/1.1", "SIP/2.0") + LENGTH + FORM)).isNull();
  }

  @Test
  void looksNoFurtherThanTheBound() {
    assertThat(see("a".repeat(200) + "=b&" + FORM)).isNull();
    String late = "a=" + "b".repeat(PlainText.MOST) + "&" + FORM;

    assertThat(see(late)).isNull();
    assertThat(see(HEAD + "Content-Length: " + late.length() + "\r\n\r\n" + late)).isNull();
  }

  @Test
  void judgesALongFormByItsBeginning() {
    String longForm = FORM + "&scope=" + "b".repeat(PlainText.MOST);

    Leaving leaving = see(HEAD + "Content-Length: " + longForm.length() + "\r\n\r\n" + longForm);

    assertThat(leaving).isNotNull();
    assertThat(leaving.form()).startsWith(FORM);
  }

  @Test
  void saysNothingOfWhatItHolds() {
    Leaving leaving = see(HEAD + LENGTH + FORM);

    assertThat(String.valueOf(leaving)).doesNotContain("the-token", "YTpi");
    assertThat(leaving).extracting(Leaving::head).asString().doesNotContain("YTpi");
  }

  private @Nullable Leaving see(String piece) {
    return see(connection, piece);
  }

  private @Nullable Leaving see(Object other, String piece) {
    byte[] bytes = piece.getBytes(ISO_8859_1);
    return recognizer.see(other, PlainText.of(bytes, 0, bytes.length));
  }

  private static byte[] frames(byte[]... frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      all.writeBytes(frame);
    }
    return all.toByteArray();
  }

  private static byte[] frame(int type, int flags, byte[] payload) {
    byte[] header = {0, 0, (byte) payload.length, (byte) type, (byte) flags, 0, 0, 0, 1};
    return frames(header, payload);
  }
}
