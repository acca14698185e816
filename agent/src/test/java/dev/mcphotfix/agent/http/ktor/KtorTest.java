package dev.mcphotfix.agent.http.ktor;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import io.ktor.client.engine.cio.CIOEngine;
import io.ktor.client.request.HttpRequestData;
import io.ktor.client.request.HttpResponseData;
import io.ktor.http.ContentType;
import io.ktor.http.Headers;
import io.ktor.http.HeadersBuilder;
import io.ktor.http.HttpMethod;
import io.ktor.http.HttpProtocolVersion;
import io.ktor.http.HttpStatusCode;
import io.ktor.http.URLUtilsKt;
import io.ktor.http.content.OutgoingContent;
import io.ktor.http.content.TextContent;
import io.ktor.util.Attributes;
import io.ktor.util.AttributesJvmKt;
import io.ktor.util.date.DateJvmKt;
import io.ktor.utils.io.ByteChannel;
import io.ktor.utils.io.ByteReadChannel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.JobKt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an engine is given in place of a request of Ktor's own. */
final class KtorTest {

  private static final String ENDPOINT = "https://idp.example.com/connect/token";
  private static final String REFUSAL = "{\"error\":\"invalid_request\"}";
  private static final ContentType FORM = ContentType.Application.INSTANCE.getFormUrlEncoded();

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Sites sites = new Sites(new Ktor(), attempts);

  @Test
  void sendsAnotherFormInItsPlace() {
    HttpRequestData request = post(text(REFRESH));

    HttpRequestData sent = sent(request);

    assertThat(text(sent)).isEqualTo(CHANGED);
    assertThat(sent.getBody().getContentLength()).isEqualTo(CHANGED.length());
    assertThat(sent.getBody().getContentType()).isEqualTo(request.getBody().getContentType());
    assertThat(sent.getBody().getStatus()).isNull();
  }

  @Test
  void keepsTheRestOfTheRequestAsItIs() {
    HttpRequestData request = post(text(REFRESH));

    HttpRequestData sent = sent(request);

    assertThat(sent.getUrl()).isEqualTo(request.getUrl());
    assertThat(sent.getMethod()).isEqualTo(request.getMethod());
    assertThat(sent.getHeaders()).isSameAs(request.getHeaders());
    assertThat(sent.getAttributes()).isSameAs(request.getAttributes());
    assertThat(sent.getExecutionContext()).isSameAs(request.getExecutionContext());
    assertThat(request.getBody()).isNotSameAs(sent.getBody());
  }

  @Test
  void keepsWhatTheContentAddsToTheHeader() {
    OutgoingContent own =
        new Array(REFRESH) {
          @Override
          public Headers getHeaders() {
            return headers("X-Trace", "1");
          }
        };

    HttpRequestData sent = sent(post(own));

    assertThat(sent.getBody().getHeaders().get("X-Trace")).isEqualTo("1");
    assertThat(sent.getBody().getContentLength()).isEqualTo(CHANGED.length());
    assertThat(text(sent)).isEqualTo(CHANGED);
  }

  @Test
  void leavesAFormThatNeedsNothing() {
    assertThat(at("cio.CIOEngine", post(text(CHANGED)))).isNull();

    assertThat(attempts.reasons()).containsExactly("already-present");
  }

  @Test
  void seesWhatTheContentAloneSaysOfTheClient() {
    OutgoingContent own =
        new Array(REFRESH) {
          @Override
          public Headers getHeaders() {
            return headers("Authorization", "Basic aWQ6eA==");
          }
        };

    assertThat(at("cio.CIOEngine", post(own))).isNull();

    assertThat(attempts.reasons()).containsExactly("http-basic");
  }

  @Test
  void findsTheTypeWhereverItIsSaid() {
    OutgoingContent untyped =
        new Array(REFRESH) {
          @Override
          public @Nullable ContentType getContentType() {
            return null;
          }
        };
    Headers header = headers("Content-Type", FORM.toString());

    assertThat(text(sent(data(HttpMethod.Companion.parse("POST"), ENDPOINT, header, untyped))))
        .isEqualTo(CHANGED);
    assertThat(at("cio.CIOEngine", post(untyped))).isNull();
  }

  @Test
  void reads64KibibytesAndNoMore() {
    String pad = REFRESH + "&pad=";
    String longest = pad + "x".repeat(FormBytes.LARGEST - pad.length());

    assertThat(text(sent(post(text(longest))))).startsWith(longest + "&client_id=");
    assertThat(at("cio.CIOEngine", post(text(longest + 'x')))).isNull();
    assertThat(attempts.reasons()).containsExactly("added", "body-unreadable");
  }

  @Test
  void leavesABodyWhoseLengthTheHostHasWrittenIntoTheHeader() {
    Headers header = headers("Content-Length", String.valueOf(REFRESH.length()));

    assertThat(
            at(
                "cio.CIOEngine",
                data(HttpMethod.Companion.parse("POST"), ENDPOINT, header, text(REFRESH))))
        .isNull();

    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void holdsABodyOfUnknownLengthWhereTheEngineIsKtorsOwn() {
    HttpRequestData sent = sent(post(new Stream()));

    assertThat(sent.getBody()).isInstanceOf(OutgoingContent.WriteChannelContent.class);
    assertThat(sent.getBody().getContentLength()).isNull();
    assertThat(sent.getBody().getContentType()).isEqualTo(FORM);
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void leavesItToTheHooksOfTheLibraryBehindOtherEngines() {
    assertThat(at("java.JavaHttpEngine", post(new Stream()))).isNull();
    assertThat(at("okhttp.OkHttpEngine", post(new Stream()))).isNull();
    assertThat(at("apache5.Apache5Engine", post(new Stream()))).isNull();

    assertThat(at("java.JavaHttpEngine", post(text(REFRESH)))).isNotNull();
    assertThat(at("okhttp.OkHttpEngine", post(text(REFRESH)))).isNotNull();
    assertThat(at("apache5.Apache5Engine", post(text(REFRESH)))).isNotNull();
  }

  @Test
  void leavesWhatIsNoTokenRequest() {
    HttpMethod put = HttpMethod.Companion.parse("PUT");
    HttpMethod post = HttpMethod.Companion.parse("POST");

    assertThat(at("cio.CIOEngine", data(put, ENDPOINT, headers(), text(REFRESH)))).isNull();
    assertThat(
            at("cio.CIOEngine", data(post, "https://api.example.com/v1/a", headers(), text("a=b"))))
        .isNull();
    assertThat(at("cio.CIOEngine", null)).isNull();
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void tellsTheStatusWhenTheCallIsOver() {
    HttpRequestData request = post(text(REFRESH));
    sent(request);
    CompletableJob call = JobKt.Job(null);

    sites.arguments("ktor-response", null, "client", request, response(400, call));
    assertThat(attempts.log.entries).hasSize(1);
    call.complete();

    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
  }

  @Test
  void looksAtAResponseThatKtorHasReadWhole() {
    HttpRequestData request = post(text(REFRESH));
    sent(request);

    saved(request, "application/json");

    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void tellsOnlyTheStatusOfAResponseThatIsAStream() {
    HttpRequestData request = post(text(REFRESH));
    sent(request);

    saved(request, "text/event-stream");

    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isNull();
  }

  @Test
  void leavesTheResponseToAnotherRequest() {
    saved(post(text(REFRESH)), "application/json");
    sent(post(text(REFRESH)));
    saved(post(text(REFRESH)), "application/json");
    sites.arguments("ktor-response", null, "client", null, null);
    sites.arguments("ktor-whole-response", null, "client", null, null, null);

    assertThat(attempts.log.entries).hasSize(1);
  }

  @Test
  void tellsThatTheServerRefusesWhereTheEngineIsKtorsOwn() {
    attempts.traced();

    answered(new Client(new CIOEngine()));

    assertThat(attempts.log.last().facts())
        .containsEntry("step", "request-refused")
        .containsEntry("method", "GET")
        .containsEntry("url", RecordedAttempts.SERVER)
        .containsEntry("status", "401")
        .containsEntry("error", "invalid_token");
  }

  @Test
  void leavesThatToTheHookOfTheLibraryBehindOtherEngines() {
    attempts.traced();

    answered(new Client("an engine"));

    assertThat(attempts.log.entries).isEmpty();
  }

  @Test
  void tellsNothingOfARefusalWhereNobodyAsks() {
    answered(new Client(new CIOEngine()));

    assertThat(attempts.log.entries).isEmpty();
  }

  private void answered(Client client) {
    HttpMethod get = HttpMethod.Companion.parse("GET");
    Headers challenge = headers("www-authenticate", "Bearer error=\"invalid_token\"");
    HttpRequestData request = data(get, RecordedAttempts.SERVER, headers(), text(""));
    HttpResponseData response = response(401, challenge, JobKt.Job(null));

    assertThat(sites.arguments("ktor-response", null, client, request, response)).isNull();
  }

  /** As the library's own. */
  public record Client(Object engine) {

    public Object getEngine() {
      return engine;
    }
  }

  private void saved(HttpRequestData request, @Nullable String contentType) {
    Headers headers = contentType == null ? headers() : headers("Content-Type", contentType);
    sites.arguments(
        "ktor-whole-response",
        null,
        "client",
        request,
        new Saved(headers, new HttpStatusCode(400, "")),
        REFUSAL.getBytes(StandardCharsets.US_ASCII));
  }

  private static HttpResponseData response(int status, CompletableJob call) {
    return response(status, headers(), call);
  }

  private static HttpResponseData response(int status, Headers headers, CompletableJob call) {
    return new HttpResponseData(
        new HttpStatusCode(status, ""),
        DateJvmKt.GMTDate((Long) null),
        headers,
        HttpProtocolVersion.Companion.getHTTP_1_1(),
        "body",
        call);
  }

  private HttpRequestData sent(HttpRequestData request) {
    return (HttpRequestData) Objects.requireNonNull(at("cio.CIOEngine", request));
  }

  private @Nullable Object at(String engine, @Nullable HttpRequestData request) {
    return sites.value("ktor-" + engine, null, request, request, "continuation");
  }

  private static HttpRequestData post(OutgoingContent content) {
    return data(HttpMethod.Companion.parse("POST"), ENDPOINT, headers(), content);
  }

  private static HttpRequestData data(
      HttpMethod method, String url, Headers headers, OutgoingContent content) {
    Attributes attributes = AttributesJvmKt.Attributes(false);
    return new HttpRequestData(
        URLUtilsKt.Url(url), method, headers, content, JobKt.Job(null), attributes);
  }

  private static Headers headers(String... field) {
    HeadersBuilder builder = new HeadersBuilder(1);
    if (field.length > 0) {
      builder.append(field[0], field[1]);
    }
    return builder.build();
  }

  private static OutgoingContent text(String form) {
    return new TextContent(form, FORM, null);
  }

  private static String text(HttpRequestData sent) {
    OutgoingContent content = sent.getBody();
    while (content instanceof OutgoingContent.ContentWrapper wrapper) {
      content = wrapper.delegate();
    }
    byte[] bytes = ((OutgoingContent.ByteArrayContent) content).bytes();
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /** As the library's own, of a response. */
  public record Saved(Headers headers, HttpStatusCode status) {

    public Headers getHeaders() {
      return headers;
    }

    public HttpStatusCode getStatus() {
      return status;
    }
  }

  private static class Array extends OutgoingContent.ByteArrayContent {

    private final String form;

    Array(String form) {
      this.form = form;
    }

    @Override
    public @Nullable ContentType getContentType() {
      return FORM;
    }

    @Override
    public byte[] bytes() {
      return form.getBytes(StandardCharsets.US_ASCII);
    }
  }

  private static final class Stream extends OutgoingContent.ReadChannelContent {

    @Override
    public ContentType getContentType() {
      return FORM;
    }

    @Override
    public ByteReadChannel readFrom() {
      return new ByteChannel(false);
    }
  }
}
