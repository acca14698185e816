package dev.mcphotfix.agent.http.okhttp;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import dev.mcphotfix.agent.oauth.decision.RequestBuilder;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.internal.http.ExchangeCodec;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Sink;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the agent does where OkHttp's methods are woven, in OkHttp's order. */
final class OkHttpTest {

  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");
  private static final String REFUSAL = "{\"error\":\"invalid_request\"}";

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Sites sites = new Sites(new OkHttp(), attempts);
  private final Connection connection = new Connection();

  @Test
  void sendsAnotherFormWithItsLength() throws IOException {
    RequestBody form =
        new FormBody.Builder()
            .add("grant_type", "refresh_token")
            .add("refresh_token", "r1")
            .build();

    send(post(form));

    assertThat(connection.text()).isEqualTo(CHANGED);
    assertThat(header("Content-Length")).isEqualTo(String.valueOf(CHANGED.length()));
    assertThat(connection.told).isEqualTo(CHANGED.length());
    assertThat(connection.closed).isTrue();
  }

  @Test
  void keepsTheRestOfTheRequestAsItIs() throws IOException {
    Request request =
        post(RequestBody.create(bytes(REFRESH), FORM))
            .newBuilder()
            .addHeader("X-Trace", "1")
            .addHeader("X-Trace", "2")
            .tag(String.class, "the application's")
            .build();

    send(request);

    Request sent = Objects.requireNonNull(connection.sent);
    assertThat(sent.url()).isEqualTo(request.url());
    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.headers("X-Trace")).containsExactly("1", "2");
    assertThat(sent.tag(String.class)).isEqualTo("the application's");
    assertThat(sent.headers().names())
        .containsExactlyInAnyOrder("X-Trace", "Content-Type", "Content-Length");
  }

  @Test
  void leavesAFormThatNeedsNothing() throws IOException {
    send(post(RequestBody.create(bytes(CHANGED), FORM)));

    assertThat(connection.text()).isEqualTo(CHANGED);
    assertThat(header("Content-Length")).isEqualTo(String.valueOf(CHANGED.length()));
  }

  @Test
  void asksForABodyOnceForEachTimeItIsSent() throws IOException {
    Written once = new Written(REFRESH, REFRESH.length(), true);
    send(post(once));
    assertThat(once.times).isEqualTo(1);

    Written again = new Written(REFRESH, REFRESH.length(), false);
    Connection second = new Connection();
    send(post(again), second);
    send(post(again), second);

    assertThat(again.times).isEqualTo(2);
    assertThat(second.text()).isEqualTo(CHANGED + CHANGED);
  }

  @Test
  void holdsABodyOfUnknownLengthUntilItIsWhole() throws IOException {
    send(post(new Written(REFRESH, -1, false)));

    assertThat(connection.text()).isEqualTo(CHANGED);
    assertThat(header("Content-Length")).isNull();
  }

  @Test
  void breaksOffWhereTheBodyDoes() {
    RequestBody broken =
        new Written(REFRESH, -1, false) {
          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            super.writeTo(sink);
            sink.flush();
            throw new IOException("broken");
          }
        };

    assertThatThrownBy(() -> send(post(broken))).isInstanceOf(IOException.class);

    assertThat(connection.closed).isFalse();
    assertThat(connection.text()).isEmpty();
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void tellsTheApplicationThatItCannotBeSent() {
    connection.broken = true;

    assertThatThrownBy(() -> send(post(RequestBody.create(bytes(REFRESH), FORM))))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
  }

  @Test
  void hasTheTimeOutOfTheConnection() throws IOException {
    ExchangeCodec codec = codec(replaced(post(new Written(REFRESH, -1, false))), connection);
    Request request = network(replaced(post(new Written(REFRESH, -1, false))));
    codec.writeRequestHeaders(request);

    Sink sink = codec.createRequestBody(request, -1);

    assertThat(sink.timeout()).isSameAs(connection.timeout);
    sink.flush();
    assertThat(connection.text()).isEmpty();
  }

  @Test
  void leavesABodyThatIsWrittenWhileTheResponseIsRead() throws IOException {
    RequestBody duplex =
        new Written(REFRESH, -1, false) {
          @Override
          public boolean isDuplex() {
            return true;
          }
        };

    send(post(duplex));

    assertThat(connection.text()).isEqualTo(REFRESH);
  }

  @Test
  void leavesWhatIsNoTokenRequest() {
    RequestBody form = RequestBody.create(bytes(REFRESH), FORM);
    Request get = new Request.Builder().url(RequestBuilder.ENDPOINT).build();
    Request put = new Request.Builder().url(RequestBuilder.ENDPOINT).put(form).build();
    Request json = post(RequestBody.create("{}", MediaType.get("application/json")));
    Request untyped = post(RequestBody.create(bytes(REFRESH), null));
    Request elsewhere =
        new Request.Builder().url("https://api.example.com/v1/items").post(form).build();

    for (Request request : new Request[] {get, put, json, untyped, elsewhere}) {
      assertThat(intercepted(request)).isNull();
    }
    assertThat(sites.arguments("okhttp", null, new Object[] {null})).isNull();
  }

  @Test
  void looksIntoNoExchangeWhileThereIsNoTokenRequest() {
    assertThat(sites.arguments("okhttp-body", null, "call", connection.codec())).isNull();
  }

  @Test
  void answersTheApplicationsOwnRequestAndLooksAtTheResponse() throws IOException {
    Request request = post(RequestBody.create(bytes(REFRESH), FORM));
    Request sent = send(request);

    Response response = Objects.requireNonNull(answered(sent));

    assertThat(response.request()).isSameAs(request);
    assertThat(response.body().string()).isEqualTo(REFUSAL);
    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
    assertThat(sites.arguments("okhttp-body", null, "call", connection.codec())).isNull();
  }

  @Test
  void leavesTheResponseToWhatWasNotDecided() throws IOException {
    Request request = post(new Written(REFRESH, -1, false));

    Response response = Objects.requireNonNull(answered(replaced(request)));

    assertThat(response.request()).isSameAs(request);
    assertThat(response.body().string()).isEqualTo(REFUSAL);
    assertThat(attempts.log.entries).isEmpty();
  }

  @Test
  void leavesTheResponseToAnotherRequest() {
    assertThat(answered(post(RequestBody.create(bytes(REFRESH), FORM)))).isNull();
    assertThat(sites.value("okhttp-response", null, null)).isNull();
  }

  private @Nullable Response answered(Request sent) {
    Response response =
        new Response.Builder()
            .request(sent)
            .protocol(Protocol.HTTP_1_1)
            .code(400)
            .message("")
            .body(ResponseBody.create(REFUSAL, MediaType.get("application/json")))
            .build();
    return (Response) sites.value("okhttp-response", null, response);
  }

  private Request send(Request request) throws IOException {
    return send(request, connection);
  }

  /** As OkHttp does; answers what it has sent. */
  private Request send(Request request, Connection to) throws IOException {
    Request sent = network(replaced(request));
    ExchangeCodec codec = codec(sent, to);
    codec.writeRequestHeaders(sent);
    RequestBody body = Objects.requireNonNull(sent.body());
    BufferedSink sink = Okio.buffer(codec.createRequestBody(sent, body.contentLength()));
    body.writeTo(sink);
    sink.close();
    return sent;
  }

  private ExchangeCodec codec(Request sent, Connection to) {
    Object[] exchange = sites.arguments("okhttp-body", null, sent, to.codec());
    return (ExchangeCodec) Objects.requireNonNull(exchange)[1];
  }

  private Request replaced(Request request) {
    return ((Interceptor.Chain) Objects.requireNonNull(intercepted(request))[0]).request();
  }

  private Object @Nullable [] intercepted(Request request) {
    return sites.arguments("okhttp", null, chain(request));
  }

  private static Interceptor.Chain chain(Request request) {
    return (Interceptor.Chain)
        Proxy.newProxyInstance(
            Interceptor.Chain.class.getClassLoader(),
            new Class<?>[] {Interceptor.Chain.class},
            (proxy, method, arguments) -> request);
  }

  /** With what OkHttp adds to the header. */
  private static Request network(Request request) throws IOException {
    RequestBody body = Objects.requireNonNull(request.body());
    Request.Builder network =
        request.newBuilder().header("Content-Type", String.valueOf(body.contentType()));
    return body.contentLength() < 0
        ? network.build()
        : network.header("Content-Length", String.valueOf(body.contentLength())).build();
  }

  private @Nullable String header(String name) {
    return Objects.requireNonNull(connection.sent).header(name);
  }

  private static Request post(RequestBody body) {
    return new Request.Builder().url(RequestBuilder.ENDPOINT).post(body).build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A body of the application's own making. */
  private static class Written extends RequestBody {

    private final String form;
    private final long length;
    private final boolean oneShot;
    private int times;

    Written(String form, long length, boolean oneShot) {
      this.form = form;
      this.length = length;
      this.oneShot = oneShot;
    }

    @Override
    public MediaType contentType() {
      return FORM;
    }

    @Override
    public long contentLength() {
      return length;
    }

    @Override
    public boolean isOneShot() {
      return oneShot;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      times++;
      sink.writeUtf8(form);
    }
  }

  /** What arrives. */
  private static final class Connection implements Sink {

    private final Buffer bytes = new Buffer();
    private final Timeout timeout = new Timeout();
    private @Nullable Request sent;
    private long told;
    private boolean closed;
    private boolean broken;

    ExchangeCodec codec() {
      return (ExchangeCodec)
          Proxy.newProxyInstance(
              ExchangeCodec.class.getClassLoader(),
              new Class<?>[] {ExchangeCodec.class},
              (proxy, method, arguments) -> {
                switch (method.getName()) {
                  case "writeRequestHeaders" -> sent = (Request) arguments[0];
                  case "createRequestBody" -> {
                    told = (long) arguments[1];
                    return this;
                  }
                  default -> throw new AssertionError(method);
                }
                return null;
              });
    }

    @Override
    public void write(Buffer from, long count) throws IOException {
      if (broken) {
        throw new IOException("broken");
      }
      bytes.write(from, count);
    }

    @Override
    public void flush() {}

    @Override
    public Timeout timeout() {
      return timeout;
    }

    @Override
    public void close() {
      closed = true;
    }

    String text() {
      return bytes.snapshot().utf8();
    }
  }
}
