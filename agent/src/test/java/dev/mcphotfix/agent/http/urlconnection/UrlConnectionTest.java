package dev.mcphotfix.agent.http.urlconnection;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the agent does where the connection's methods are woven, in the JDK's order. */
final class UrlConnectionTest {

  private static final String REFUSAL = "{\"error\":\"invalid_request\"}";

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Sites sites = new Sites(new UrlConnection(), attempts);
  private final StubConnection connection = new StubConnection(StubConnection.ENDPOINT);
  private final ByteArrayOutputStream poster = new ByteArrayOutputStream();

  @Test
  void changesABufferedFormBeforeItsHeaderIsSent() throws IOException {
    write(body(poster), REFRESH);
    assertThat(text(poster)).isEqualTo(REFRESH);

    header();

    assertThat(text(poster)).isEqualTo(CHANGED);
    assertThat(at("url-connection-new-length", -1L)).isNull();
  }

  @Test
  void leavesAFormThatNeedsNothing() throws IOException {
    write(body(poster), CHANGED);
    header();

    assertThat(text(poster)).isEqualTo(CHANGED);
    assertThat(attempts.reasons()).containsExactly("already-present");
  }

  @Test
  void handsOutTheSameStreamAgain() {
    assertThat(at("url-connection-body", poster)).isSameAs(at("url-connection-body", poster));
  }

  @Test
  void decidesOnceThoughTheHeaderIsSentAgain() throws IOException {
    write(body(poster), REFRESH);
    header();
    header();

    assertThat(text(poster)).isEqualTo(CHANGED);
    assertThat(attempts.reasons()).containsExactly("added");
  }

  @Test
  void buffersAFormOfFixedLengthAndTellsItsNewOne() throws IOException {
    assertThat(at("url-connection-length", REFRESH.length())).isEqualTo(-1);
    assertThat(at("url-connection-long-length", -1L)).isNull();
    write(body(poster), REFRESH);

    header();

    assertThat(text(poster)).isEqualTo(CHANGED);
    assertThat(at("url-connection-new-length", -1L)).isEqualTo((long) CHANGED.length());
  }

  @Test
  void buffersAFormWhoseFixedLengthIsALong() {
    assertThat(at("url-connection-length", -1)).isNull();
    assertThat(at("url-connection-long-length", 1L)).isEqualTo(-1L);
    assertThat(at("url-connection-long-length", (long) FormBytes.LARGEST)).isEqualTo(-1L);
  }

  /** The JDK closes its own stream, where the host has asked for none. */
  @Test
  void leavesALengthOfNothing() {
    assertThat(at("url-connection-long-length", 0L)).isNull();
    assertThat(at("url-connection-length", 0)).isNull();
  }

  @Test
  void leavesALengthThatIsToldWithoutAStream() {
    at("url-connection-end", new Object[0]);

    assertThat(at("url-connection-length", REFRESH.length())).isNull();
    assertThat(at("url-connection-long-length", (long) REFRESH.length())).isNull();
    header();
    assertThat(at("url-connection-new-length", (long) REFRESH.length())).isNull();
  }

  @Test
  void buffersNothingThatIsTooLongOrNoTokenRequest() {
    assertThat(at("url-connection-long-length", FormBytes.LARGEST + 1L)).isNull();
    connection.type = "application/json";
    assertThat(at("url-connection-length", 3)).isNull();
    assertThat(at("url-connection-body", poster)).isNull();

    header();
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void leavesALargeBufferedBodyUnread() throws IOException {
    String large = REFRESH + "&pad=" + "x".repeat(FormBytes.LARGEST);
    write(body(poster), large);

    header();

    assertThat(text(poster)).isEqualTo(large);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void holdsAFormThatIsSentInChunks() throws IOException {
    Chunks chunks = new Chunks();
    assertThat(at("url-connection-body", chunks)).isNull();
    header();

    OutputStream stream = body(chunks);
    write(stream, REFRESH);
    assertThat(chunks.text()).isEmpty();
    stream.close();

    assertThat(chunks.text()).isEqualTo(CHANGED);
    assertThat(chunks.isClosed).isTrue();
  }

  @Test
  void sendsChunksThatTheHostHasNotClosed() throws IOException {
    Chunks chunks = new Chunks();
    header();
    write(body(chunks), REFRESH);

    assertThat(at("url-connection-end", new Object[0])).isNull();

    assertThat(chunks.text()).isEqualTo(CHANGED);
    assertThat(chunks.isClosed).isFalse();
  }

  @Test
  void saysNothingToTheHostOfChunksThatCannotBeSent() throws IOException {
    Chunks chunks = new Chunks();
    header();
    write(body(chunks), REFRESH);
    chunks.isClosed = true;

    assertThat(at("url-connection-end", new Object[0])).isNull();
  }

  @Test
  void looksAtTheResponseWhenNoRedirectIsFollowed() throws IOException {
    write(body(poster), REFRESH);
    header();
    connection.status(400);
    assertThat(at("url-connection-answer", stream(REFUSAL))).isNull();
    assertThat(attempts.log.entries).hasSize(1);

    InputStream answer = (InputStream) at("url-connection-answer", stream(REFUSAL));

    assertThat(Objects.requireNonNull(answer)).hasContent(REFUSAL);
    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void leavesAResponseOfWhichNothingIsThere() throws IOException {
    write(body(poster), REFRESH);
    header();
    connection.status(200);
    at("url-connection-answer", stream(""));

    assertThat(at("url-connection-answer", stream(""))).isNull();

    assertThat(attempts.log.lastFact("status")).isEqualTo("200");
  }

  @Test
  void leavesTheResponseToWhatWasNotDecided() {
    body(poster);
    at("url-connection-answer", stream(REFUSAL));

    assertThat(at("url-connection-answer", stream(REFUSAL))).isNull();
    assertThat(at("url-connection-answer", null)).isNull();
    assertThat(attempts.log.entries).isEmpty();
  }

  @Test
  void tellsTheChallengeThatAStreamedBodyCannotMeet() throws IOException {
    header();
    write(body(new Chunks()), REFRESH);
    at("url-connection-end", new Object[0]);
    connection.status(401);

    assertThat(at("url-connection-status", new Object[0])).isNull();

    assertThat(attempts.log.lastFact("status")).isEqualTo("401");
  }

  @Test
  void tellsNoOtherStatusThere() throws IOException {
    write(body(poster), REFRESH);
    header();
    connection.status(401);
    at("url-connection-status", new Object[0]);
    assertThat(attempts.log.entries).hasSize(1);

    at("url-connection-length", 3);
    connection.status(200);
    at("url-connection-status", new Object[0]);
    assertThat(attempts.log.entries).hasSize(1);

    connection.status(401);
    at("url-connection-status", new Object[0]);
    assertThat(attempts.log.lastFact("status")).isEqualTo("401");
  }

  @Test
  void seesAFormWithoutATypeAndAMethodThatOutputTurnsIntoAPost() throws IOException {
    connection.method("GET");
    connection.type = null;
    write(body(poster), REFRESH);

    assertThat(at("url-connection-header", "x@1 0 pairs: ")).isNull();

    assertThat(text(poster)).isEqualTo(CHANGED);
  }

  @Test
  void leavesConnectionsThatAreNoTokenRequest() {
    connection.setDoOutput(false);
    assertThat(at("url-connection-body", poster)).isNull();
    connection.setDoOutput(true);
    connection.method("PUT");

    assertThat(at("url-connection-body", poster)).isNull();
    assertThat(at("url-connection-end", new Object[0])).isNull();
    assertThat(at("url-connection-answer", stream(REFUSAL))).isNull();
    assertThat(at("url-connection-header", null)).isNull();
  }

  @Test
  void isShownNothingOfARequestWithoutAForm() {
    connection.setDoOutput(false);
    assertThat(sites.shown(connection)).isEmpty();

    connection.setDoOutput(true);
    connection.type = "application/json";
    assertThat(sites.shown(connection)).isEmpty();
  }

  @Test
  void isShownAFormUntilItHasItsAnswer() {
    assertThat(sites.shown(connection))
        .containsExactly(
            "url-connection-length",
            "url-connection-long-length",
            "url-connection-body",
            "url-connection-header",
            "url-connection-end");
    header();
    assertThat(sites.shown(connection)).contains("url-connection-answer", "url-connection-status");
  }

  private void header() {
    assertThat(at("url-connection-header", "x@1 1 pairs: {Content-Type: " + connection.type + "}"))
        .isNull();
  }

  private OutputStream body(OutputStream own) {
    return (OutputStream) Objects.requireNonNull(at("url-connection-body", own));
  }

  private @Nullable Object at(String key, @Nullable Object value) {
    return sites.value(key, connection, value);
  }

  private static void write(OutputStream stream, String form) throws IOException {
    stream.write(form.getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** What the JDK sends at once. */
  private static final class Chunks extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean isClosed;

    @Override
    public void write(int value) throws IOException {
      if (isClosed) {
        throw new IOException("closed");
      }
      bytes.write(value);
    }

    @Override
    public void close() {
      isClosed = true;
    }

    String text() {
      return UrlConnectionTest.text(bytes);
    }
  }
}
