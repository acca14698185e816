package dev.mcphotfix.agent.http.okhttp;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.internal.http.ExchangeCodec;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Sink;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With OkHttp's own types; what sends header and body is a fake. */
final class HeldCodecTest {

  private static final String CODE = "grant_type=authorization_code&code=c";
  private static final String NONE = "no header";

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final Sink library = Okio.sink(sent);
  private final ExchangeCodec codec = (ExchangeCodec) HeldCodec.of(fake(), this::fail);
  private String header = NONE;

  @Test
  void sendsTheHeaderWithTheLengthOfTheOtherForm() throws IOException {
    Sink sink = begin(request(REFRESH.length()));
    write(sink, REFRESH.substring(0, 9));
    assertThat(header).isEqualTo(NONE);

    write(sink, REFRESH.substring(9));

    assertThat(header).isEqualTo("" + CHANGED.length());
    assertThat(sent()).isEqualTo(CHANGED);
  }

  @Test
  void leavesAFormThatNeedsNothing() throws IOException {
    write(begin(request(CHANGED.length())), CHANGED);

    assertThat(header).isEqualTo("" + CHANGED.length());
    assertThat(sent()).isEqualTo(CHANGED);
  }

  @Test
  void letsGoOfAnotherGrantAtItsFirstField() throws IOException {
    Sink sink = begin(request(CODE.length()));

    write(sink, CODE.substring(0, 30));

    assertThat(header).isEqualTo("" + CODE.length());
    assertThat(sent()).isEqualTo(CODE.substring(0, 30));
  }

  @Test
  void sendsNothingOfWhatBreaksOff() throws IOException {
    write(begin(request(REFRESH.length())), REFRESH.substring(0, 9));

    assertThat(header).isEqualTo(NONE);
    assertThat(sent()).isEmpty();
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void sendsAShorterBodyThanIsToldAsItIs() throws IOException {
    Sink sink = begin(request(REFRESH.length() + 3));
    write(sink, REFRESH);

    sink.close();

    assertThat(header).isEqualTo("" + (REFRESH.length() + 3));
    assertThat(sent()).isEqualTo(REFRESH);
  }

  @Test
  void holdsABodyOfUnknownLengthAfterItsHeader() throws IOException {
    Sink sink = begin(request(-1));
    assertThat(header).isEqualTo("null");
    write(sink, REFRESH);
    assertThat(sent()).isEmpty();

    sink.close();

    assertThat(sent()).isEqualTo(CHANGED);
  }

  @Test
  void doesNotHoldWhatAuthenticates() throws IOException {
    Request request = request(REFRESH.length());

    begin(request.newBuilder().header("Authorization", "Basic aWQ6eA==").build());

    assertThat(header).isEqualTo("" + REFRESH.length());
  }

  @Test
  void looksAtABodyThatIsThereWhereTheServerIsAskedFirst() throws IOException {
    RequestBody form =
        RequestBody.create(REFRESH.getBytes(StandardCharsets.US_ASCII), (MediaType) null);
    Sink sink = begin(asking(request(form)));
    assertThat(header).isEqualTo("" + CHANGED.length());

    write(sink, REFRESH);
    sink.close();

    assertThat(sent()).isEqualTo(CHANGED);
  }

  @Test
  void leavesOneThatMayNotBeThereAlone() throws IOException {
    Sink sink = begin(asking(request(REFRESH.length())));
    write(sink, REFRESH);

    assertThat(header).isEqualTo("" + REFRESH.length());
    assertThat(sent()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void hasNoTimeoutOfItsOwnUntilTheHeaderIsSent() throws IOException {
    Sink sink = begin(request(REFRESH.length()));
    assertThat(sink.timeout()).isSameAs(Timeout.NONE);
    sink.flush();
    assertThat(header).isEqualTo(NONE);

    write(sink, REFRESH);

    assertThat(sink.timeout()).isSameAs(library.timeout());
  }

  @Test
  void hasTheTimeoutOfTheLibraryWhereOtherBytesAreSent() throws IOException {
    RequestBody form =
        RequestBody.create(REFRESH.getBytes(StandardCharsets.US_ASCII), (MediaType) null);

    assertThat(begin(asking(request(form))).timeout()).isSameAs(library.timeout());
  }

  @Test
  void passesWhatElseTheExchangeAsksItFor() throws IOException {
    Response response =
        new Response.Builder()
            .request(request(REFRESH.length()))
            .protocol(Protocol.HTTP_1_1)
            .code(200)
            .message("")
            .build();

    assertThat(codec.reportedContentLength(response)).isEqualTo(7);
  }

  @Test
  void passesARequestThatIsNoneOfOurs() throws IOException {
    codec.writeRequestHeaders(request(REFRESH.length()));

    assertThat(header).isEqualTo("" + REFRESH.length());
  }

  private Sink begin(Request request) throws IOException {
    Request tagged = tagged(request);
    codec.writeRequestHeaders(tagged);
    RequestBody body = tagged.body();
    return codec.createRequestBody(tagged, body == null ? -1 : body.contentLength());
  }

  private Request tagged(Request request) {
    OkHttpAttempt attempt = new OkHttpAttempt(request, attempts.next());
    return request.newBuilder().tag(OkHttpAttempt.class, attempt).build();
  }

  private static Request asking(Request request) {
    return request.newBuilder().header("Expect", "100-continue").build();
  }

  private static Request request(long length) {
    return request(
        new RequestBody() {
          @Override
          public @Nullable MediaType contentType() {
            return null;
          }

          @Override
          public long contentLength() {
            return length;
          }

          @Override
          public void writeTo(BufferedSink sink) {
            throw new IllegalStateException("nobody else has asked for it");
          }
        });
  }

  private static Request request(RequestBody body) {
    Request.Builder request =
        new Request.Builder()
            .url(RequestBuilder.ENDPOINT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .post(body);
    try {
      return body.contentLength() < 0
          ? request.build()
          : request.header("Content-Length", "" + body.contentLength()).build();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Sink sink, String text) throws IOException {
    Buffer buffer = new Buffer().writeUtf8(text);
    sink.write(buffer, buffer.size());
  }

  private String sent() {
    return sent.toString(StandardCharsets.US_ASCII);
  }

  private ExchangeCodec fake() {
    return (ExchangeCodec)
        Proxy.newProxyInstance(
            ExchangeCodec.class.getClassLoader(),
            new Class<?>[] {ExchangeCodec.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("writeRequestHeaders")) {
                header = "" + ((Request) arguments[0]).header("Content-Length");
                return null;
              }
              return method.getName().equals("reportedContentLength") ? 7L : library;
            });
  }

  private void fail(Throwable failure) {
    throw new AssertionError(failure);
  }
}
