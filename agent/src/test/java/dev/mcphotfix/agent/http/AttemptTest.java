package dev.mcphotfix.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class AttemptTest {

  private static final String REFUSAL = "{\"error\":\"invalid_request\"}";

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Attempt attempt = attempts.next();

  @Test
  void answersTheFormToSendInstead() {
    assertThat(attempt.decide(bytes(RecordedAttempts.REFRESH)))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo(RecordedAttempts.CHANGED);

    assertThat(attempt.isDecided()).isTrue();
    assertThat(attempt.isChanged()).isTrue();
  }

  @Test
  void leavesAFormThatNeedsNothing() {
    assertThat(attempt.decide(bytes(RecordedAttempts.CHANGED))).isNull();

    assertThat(attempt.isDecided()).isTrue();
    assertThat(attempt.isChanged()).isFalse();
  }

  @Test
  void leavesAFormWhoseHeaderCannotBeRead() {
    assertThat(attempts.failing().decide(bytes(RecordedAttempts.REFRESH))).isNull();

    assertThat(attempts.reasons()).containsExactly("agent-error:IllegalStateException");
  }

  @Test
  void tellsTheAnswerByItsBeginning() {
    answered(bytes(REFUSAL));

    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void tellsACompressedAnswer() throws IOException {
    answered(compressed(REFUSAL));

    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void tellsTheStatusAloneOfACompressedAnswerThatIsCutOff() throws IOException {
    answered(Arrays.copyOf(compressed(REFUSAL), 12));

    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isNull();
  }

  @Test
  void tellsTheStatusAloneOfAnEncodingThatItDoesNotKnow() {
    answered(new byte[] {0x0b, 0x0d, (byte) 0x80, 0x7b});

    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isNull();
  }

  @Test
  void looksAtNoMoreThanTheBeginningOfAnAnswer() {
    answered(bytes("{\"pad\":\"" + "x".repeat(16 * 1024) + "\",\"error\":\"invalid_request\"}"));

    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isNull();
  }

  @Test
  void looksAtNoMoreThanTheBeginningOfAnAnswerInParts() {
    byte[] body = bytes("{\"pad\":\"" + "x".repeat(16 * 1024) + "\",\"error\":\"access_denied\"}");
    attempt.decide(bytes(RecordedAttempts.REFRESH));

    attempt.received(body, 0, 100);
    attempt.received(body, 100, body.length - 100);
    attempt.answered(400);

    assertThat(attempts.log.lastFact("error")).isNull();
  }

  @Test
  void leavesABufferOfTheAnswerAsItIs() {
    ByteBuffer part = ByteBuffer.wrap(bytes(REFUSAL)).position(3);

    attempt.received(part);

    assertThat(part.position()).isEqualTo(3);
  }

  @Test
  void tellsNothingOfAnAnswerToWhatWasNotDecided() {
    assertThat(attempt.isDecided()).isFalse();

    attempt.answered(400);

    assertThat(attempts.log.entries).isEmpty();
  }

  @Test
  void readsABodyWhateverItIsSaidToBe() {
    assertThat(Attempt.isReadable("application/json;charset=UTF-8")).isTrue();
    assertThat(Attempt.isReadable("application/x-www-form-urlencoded")).isTrue();
    assertThat(Attempt.isReadable("text/html")).isTrue();
    assertThat(Attempt.isReadable(null)).isTrue();
    assertThat(Attempt.isReadable("text/event-stream")).isFalse();
  }

  private void answered(byte[] body) {
    attempt.decide(bytes(RecordedAttempts.REFRESH));
    attempt.received(body, 0, Math.min(body.length, 10));
    attempt.received(ByteBuffer.wrap(body).position(Math.min(body.length, 10)));
    attempt.answered(400);
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes(text));
    }
    return compressed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
