package dev.mcphotfix.agent.http.jdk;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the agent does where the client's methods are woven. */
final class JdkHttpClientTest {

  private static final BodyHandler<String> HANDLER = BodyHandlers.ofString();

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Sites sites = new Sites(new JdkHttpClient(), attempts);

  @Test
  void holdsTheBodyOfATokenRequest() {
    HttpRequest sent = sent(form().POST(BodyPublishers.ofString(REFRESH)).build());

    assertThat(body(sent)).isInstanceOf(HeldBody.class);
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void keepsTheRestOfTheRequestAsItIs() {
    HttpRequest request =
        form()
            .header("X-Trace", "1")
            .timeout(Duration.ofSeconds(7))
            .expectContinue(true)
            .version(HttpClient.Version.HTTP_1_1)
            .POST(BodyPublishers.ofString(REFRESH))
            .build();

    HttpRequest sent = sent(request);

    assertThat(sent.uri()).isEqualTo(request.uri());
    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.headers()).isEqualTo(request.headers());
    assertThat(sent.timeout()).isEqualTo(request.timeout());
    assertThat(sent.expectContinue()).isTrue();
    assertThat(sent.version()).isEqualTo(request.version());
  }

  @Test
  void leavesARequestThatIsNoTokenRequest() {
    HttpRequest elsewhere =
        form("https://api.example.com/v1/items").POST(BodyPublishers.ofString("a=b")).build();

    assertThat(replaced(elsewhere, HANDLER)).isNull();
    assertThat(replaced(form().GET().build(), HANDLER)).isNull();
  }

  @Test
  void leavesWhatTheClientWillRefuse() {
    HttpRequest request = form().POST(BodyPublishers.ofString(REFRESH)).build();

    assertThat(replaced(request, null)).isNull();
    assertThat(replaced(null, HANDLER)).isNull();
  }

  @Test
  void tellsOfAFormWithoutABody() {
    HttpRequest bodiless = new Bodiless(form().build());

    assertThat(sent(bodiless)).isSameAs(bodiless);

    assertThat(attempts.reasons()).hasSize(1);
  }

  @Test
  void looksAtTheResponse() {
    Object[] replaced = replaced(form().POST(BodyPublishers.ofString(REFRESH)).build(), HANDLER);
    BodyHandler<?> handler = (BodyHandler<?>) Objects.requireNonNull(replaced)[1];

    assertThat(handler.apply(new Info(200))).isInstanceOf(ObservedResponse.class);
  }

  @Test
  void keepsTheExchangeWaitingUntilTheLengthIsKnown() {
    LatePublisher late = new LatePublisher(REFRESH.length());
    HttpRequest sent = sent(form().POST(late).build());
    CompletableFuture<Object> connected = new CompletableFuture<>();
    CompletableFuture<?> established = established(sent, connected);
    assertThat(late.requested).isZero();

    connected.complete("exchange");
    assertThat(established).isNotCompleted();
    late.publish(REFRESH);

    assertThat(established.join()).isEqualTo("exchange");
    assertThat(body(sent).contentLength()).isEqualTo(CHANGED.length());
  }

  @Test
  void keepsNoExchangeWaitingForWhatTheServerMayRefuse() {
    LatePublisher late = new LatePublisher(REFRESH.length());
    HttpRequest sent = sent(form().expectContinue(true).POST(late).build());

    assertThat(at("jdk-established", sent, CompletableFuture.completedFuture("x"))).isNull();

    assertThat(late.requested).isZero();
  }

  @Test
  void looksAtWhatIsInMemoryThoughTheServerMayRefuseIt() {
    HttpRequest sent =
        sent(form().expectContinue(true).POST(BodyPublishers.ofString(REFRESH)).build());

    assertThat(established(sent, CompletableFuture.completedFuture("exchange"))).isCompleted();

    assertThat(body(sent).contentLength()).isEqualTo(CHANGED.length());
  }

  @Test
  void keepsNoExchangeWaitingThatIsGivenUp() {
    for (String key : new String[] {"jdk-cancel", "jdk-timeout"}) {
      HttpRequest sent = sent(form().POST(new LatePublisher(REFRESH.length())).build());
      CompletableFuture<?> established =
          established(sent, CompletableFuture.completedFuture("exchange"));
      assertThat(established).isNotCompleted();

      assertThat(at(key, sent, new Object[0])).isNull();

      assertThat(established).isCompleted();
    }
  }

  @Test
  void leavesExchangesOfTheHostAlone() {
    HttpRequest own = form().POST(BodyPublishers.ofString(REFRESH)).build();
    CompletableFuture<Object> connected = CompletableFuture.completedFuture("exchange");
    assertThat(at("jdk-established", "no exchange at all", connected)).isNull();
    HttpRequest sent = sent(own);

    assertThat(at("jdk-established", own, connected)).isNull();
    assertThat(at("jdk-cancel", own, new Object[0])).isNull();
    assertThat(at("jdk-established", sent, "no future")).isNull();
  }

  private CompletableFuture<?> established(HttpRequest request, CompletableFuture<?> connected) {
    return (CompletableFuture<?>) Objects.requireNonNull(at("jdk-established", request, connected));
  }

  private @Nullable Object at(String key, Object request, Object value) {
    return sites.value(key, request instanceof HttpRequest of ? new Exchange(of) : request, value);
  }

  private HttpRequest sent(HttpRequest request) {
    return (HttpRequest) Objects.requireNonNull(replaced(request, HANDLER))[0];
  }

  private Object @Nullable [] replaced(
      @Nullable HttpRequest request, @Nullable BodyHandler<?> handler) {
    return sites.arguments("jdk", null, request, handler, null, null);
  }

  private static BodyPublisher body(HttpRequest request) {
    return request.bodyPublisher().orElseThrow();
  }

  private static HttpRequest.Builder form() {
    return form("https://idp.example.com/connect/token");
  }

  private static HttpRequest.Builder form(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/x-www-form-urlencoded");
  }

  /** As the client's own, which knows its request. */
  public record Exchange(HttpRequest request) {}

  /** A request of the host's own making. */
  private static final class Bodiless extends HttpRequest {

    private final HttpRequest like;

    Bodiless(HttpRequest like) {
      this.like = like;
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
      return Optional.empty();
    }

    @Override
    public String method() {
      return "POST";
    }

    @Override
    public Optional<Duration> timeout() {
      return like.timeout();
    }

    @Override
    public boolean expectContinue() {
      return false;
    }

    @Override
    public URI uri() {
      return like.uri();
    }

    @Override
    public Optional<HttpClient.Version> version() {
      return like.version();
    }

    @Override
    public HttpHeaders headers() {
      return like.headers();
    }
  }
}
