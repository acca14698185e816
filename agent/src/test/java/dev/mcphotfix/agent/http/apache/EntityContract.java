package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the entity of a request does that Apache HttpClient sends in place of the host's. Both
 * versions name its methods alike.
 */
abstract class EntityContract {

  static final String FORM = "application/x-www-form-urlencoded";
  static final String ENDPOINT = "https://idp.example.com/connect/token";

  static final String REFUSAL = "{\"error\":\"invalid_request\"}";

  final RecordedAttempts attempts = new RecordedAttempts();
  private final String hook;
  private final Sites sites;

  EntityContract(String hook, HttpStack stack) {
    this.hook = hook;
    sites = new Sites(stack, attempts);
  }

  /** The library's, which is woven. */
  abstract Object executor();

  /** As {@link #executor} takes them. */
  abstract Object[] arguments(Object request);

  abstract Object request(String method, String url, @Nullable Object entity);

  abstract Object response(int status, String contentType, String body);

  /** One that is in memory. */
  abstract Object text(String body);

  /** One that can be read once. */
  abstract Object stream(InputStream body, long length);

  @Test
  void sendsAnotherFormWithItsLength() {
    Object request = post(text(REFRESH), true);

    Object sent = sent(request);

    assertThat(written(entity(sent))).isEqualTo(CHANGED);
    assertThat(ApacheMessages.header(sent, "Content-Length"))
        .isEqualTo(String.valueOf(CHANGED.length()));
    assertThat(HostCalls.call(entity(sent), "getContentLength")).isEqualTo((long) CHANGED.length());
    assertThat(content(entity(sent))).isEqualTo(CHANGED);
  }

  @Test
  void leavesTheHostsOwnRequestAsItWasMade() {
    Object entity = text(REFRESH);
    Object request = post(entity, true);

    sent(request);

    assertThat(HostCalls.call(request, "getEntity")).isSameAs(entity);
    assertThat(ApacheMessages.header(request, "Content-Length"))
        .isEqualTo(String.valueOf(REFRESH.length()));
  }

  @Test
  void sendsTheSameRequestButForItsForm() {
    Object request = post(text(REFRESH), true);
    HostCalls.call(request, "addHeader", "X-Trace", "1");
    HostCalls.call(request, "addHeader", "X-Trace", "2");

    Object sent = sent(request);

    assertThat(sent).isNotSameAs(request);
    assertThat(ApacheMessages.values(sent, "X-Trace")).containsExactly("1", "2");
    assertThat(ApacheMessages.values(sent, "Content-Type")).containsExactly(FORM);
    assertThat(line(sent)).isEqualTo(line(request));
  }

  @Test
  void leavesAFormThatNeedsNothing() {
    Object sent = sent(post(text(CHANGED), true));

    assertThat(written(entity(sent))).isEqualTo(CHANGED);
    assertThat(ApacheMessages.header(sent, "Content-Length"))
        .isEqualTo(String.valueOf(CHANGED.length()));
  }

  @Test
  void holdsAFormThatIsSentInChunksUntilItIsWhole() {
    Object sent = sent(post(stream(bytes(REFRESH), -1), false));
    assertThat(attempts.reasons()).isEmpty();

    assertThat(HostCalls.call(entity(sent), "getContentLength")).isEqualTo(-1L);
    assertThat(written(entity(sent))).isEqualTo(CHANGED);
    assertThat(ApacheMessages.header(sent, "Content-Length")).isNull();
  }

  @Test
  void canBeWrittenAgainWhereTheHostsCould() {
    Object again = entity(sent(post(text(REFRESH), false)));
    Object read = entity(sent(post(text(REFRESH), true)));

    assertThat(HostCalls.call(again, "isRepeatable")).isEqualTo(true);
    assertThat(HostCalls.call(again, "isStreaming")).isEqualTo(false);
    written(again);
    assertThat(written(read) + written(read)).isEqualTo(CHANGED + CHANGED);
  }

  @Test
  void isReadOnceWhereTheHostsIs() {
    Object once = entity(sent(post(stream(bytes(REFRESH), -1), false)));

    assertThat(HostCalls.call(once, "isRepeatable")).isEqualTo(false);
    assertThat(HostCalls.call(once, "isStreaming")).isEqualTo(true);
  }

  @Test
  void breaksOffWhereItCannotBeWritten() {
    for (boolean known : new boolean[] {true, false}) {
      Object sent = entity(sent(post(text(REFRESH), known)));

      assertThatThrownBy(() -> HostCalls.call(sent, "writeTo", new Broken()))
          .hasRootCauseInstanceOf(IOException.class)
          .hasRootCauseMessage("broken");
    }
  }

  @Test
  void leavesWhatTheServerMayRefuseBeforeItIsRead() {
    Object request = post(stream(bytes(REFRESH), REFRESH.length()), true);
    HostCalls.call(request, "addHeader", "Expect", "100-continue");

    Object sent = sent(request);

    assertThat(attempts.reasons()).containsExactly("body-unreadable");
    assertThat(written(entity(sent))).isEqualTo(REFRESH);
    assertThat(ApacheMessages.header(sent, "Content-Length"))
        .isEqualTo(String.valueOf(REFRESH.length()));
  }

  @Test
  void leavesWhatIsNoTokenRequest() {
    Object json = post(text("{}"), true);
    HostCalls.call(json, "setHeader", "Content-Type", "application/json");
    Object elsewhere = request("POST", "https://api.example.com/v1/items", text("a=b"));
    HostCalls.call(elsewhere, "setHeader", "Content-Type", FORM);
    Object put = request("PUT", ENDPOINT, text(REFRESH));
    HostCalls.call(put, "setHeader", "Content-Type", FORM);

    assertThat(replaced(json)).isNull();
    assertThat(replaced(elsewhere)).isNull();
    assertThat(replaced(put)).isNull();
    assertThat(replaced(request("POST", ENDPOINT, null))).isNull();
    assertThat(replaced(request("GET", ENDPOINT, null))).isNull();
  }

  @Test
  void looksAtTheResponse() {
    Object response = response(400, "application/json", REFUSAL);

    Object answered = answered(written(), response);

    assertThat(attempts.reasons()).containsExactly("added");
    assertThat(written(entity(answered))).isEqualTo(REFUSAL);
    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void tellsOnlyTheStatusOfAResponseThatIsAStream() {
    Object response = response(502, "text/event-stream", REFUSAL);
    Object own = entity(response);

    assertThat(entity(answered(written(), response))).isSameAs(own);

    assertThat(attempts.log.lastFact("status")).isEqualTo("502");
    assertThat(attempts.log.lastFact("error")).isNull();
  }

  @Test
  void tellsTheStatusOfAResponseWithoutABody() {
    Object response = response(204, "application/json", REFUSAL);
    HostCalls.call(response, "setEntity", new Object[] {null});

    answered(written(), response);

    assertThat(attempts.log.lastFact("status")).isEqualTo("204");
  }

  @Test
  void leavesTheResponseToAnotherRequest() {
    Object response = response(400, "application/json", REFUSAL);
    Object own = entity(response);

    assertThat(entity(answered(post(text(REFRESH), true), response))).isSameAs(own);
    assertThat(entity(answered(request("GET", ENDPOINT, null), response))).isSameAs(own);
    assertThat(entity(answered(sent(post(text(REFRESH), false)), response))).isSameAs(own);
    assertThat(attempts.log.entries).isEmpty();
  }

  private Object written() {
    Object sent = sent(post(text(REFRESH), false));
    written(entity(sent));
    return sent;
  }

  /** With the header that the client has made by the time it sends a request. */
  final Object post(Object entity, boolean ofKnownLength) {
    Object request = request("POST", ENDPOINT, entity);
    HostCalls.call(request, "setHeader", "Content-Type", FORM);
    if (ofKnownLength) {
      Object length = HostCalls.answer(entity, "getContentLength");
      HostCalls.call(request, "setHeader", "Content-Length", length.toString());
    }
    return request;
  }

  final Object sent(Object request) {
    Object[] arguments = Objects.requireNonNull(replaced(request));
    assertThat(arguments).hasSameSizeAs(arguments(request)).doesNotContain(request);
    return arguments[0];
  }

  /** The response for the host, to that which was sent. */
  final Object answered(Object sent, Object response) {
    assertThat(sites.value(hook + "-response", executor(), response, arguments(sent))).isNull();
    return response;
  }

  private Object @Nullable [] replaced(Object request) {
    return sites.arguments(hook, executor(), arguments(request));
  }

  static Object entity(Object message) {
    return HostCalls.answer(message, "getEntity");
  }

  static String written(Object entity) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HostCalls.call(entity, "writeTo", out);
    return out.toString(StandardCharsets.US_ASCII);
  }

  private static String content(Object entity) {
    try (InputStream content = (InputStream) HostCalls.answer(entity, "getContent")) {
      return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a request says before its header. */
  abstract String line(Object request);

  static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static final class Broken extends OutputStream {

    @Override
    public void write(int value) throws IOException {
      throw new IOException("broken");
    }
  }
}
