package dev.mcphotfix.agent.http.ktor;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.ENDPOINT;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import io.ktor.client.request.HttpRequestData;
import io.ktor.client.utils.EmptyContent;
import io.ktor.http.ContentType;
import io.ktor.http.HeadersBuilder;
import io.ktor.http.HttpMethod;
import io.ktor.http.URLUtilsKt;
import io.ktor.http.content.OutgoingContent;
import io.ktor.http.content.TextContent;
import io.ktor.util.AttributesJvmKt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.CoroutineSingletons;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.JobKt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A refresh that a coroutine sends before its token endpoint is known. */
final class KtorDiscoveryTest {

  private static final Object SUSPENDED = CoroutineSingletons.COROUTINE_SUSPENDED;

  private final LateDirectory directory = new LateDirectory();
  private final RecordedAttempts attempts = new RecordedAttempts(directory);
  private final Sites sites = new Sites(new Ktor(), attempts);
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "dispatcher"));
  private final Caller caller = new Caller(ExecutorsKt.from(executor));
  private final Engine engine = new Engine();

  @AfterEach
  void neverWaits() {
    executor.shutdownNow();
    assertThat(directory.isWaitedFor()).isFalse();
  }

  @Test
  void isPutOffUntilItIs() throws Exception {
    HttpRequestData request = post(REFRESH);
    assertThat(pending(request)).isEqualTo(SUSPENDED);
    assertThat(engine.calls).isEmpty();
    assertThat(attempts.reasons()).isEmpty();

    directory.end(ENDPOINT);

    assertThat(engine.calls.poll(30, TimeUnit.SECONDS)).isEqualTo("dispatcher");
    assertThat(caller.results.poll(30, TimeUnit.SECONDS)).isEqualTo("response to " + request);
    assertThat(pending(request)).isNull();
    assertThat(sent(request)).isEqualTo(CHANGED);
  }

  @Test
  void isGivenWhatTheEngineAnswersLater() throws Exception {
    engine.suspends = true;
    pending(post(REFRESH));
    directory.end();
    engine.calls.take();

    engine.resume("late");

    assertThat(caller.results.poll(30, TimeUnit.SECONDS)).isEqualTo("late");
  }

  @Test
  void isToldWhatTheEngineThrows() throws Exception {
    engine.failure = new IllegalStateException("closed");
    pending(post(REFRESH));

    directory.end(ENDPOINT);

    assertThat(caller.results.poll(30, TimeUnit.SECONDS)).asString().contains("closed");
  }

  @Test
  void isNotPutOffWhereItStaysAsItIs() {
    assertThat(pending(post(CHANGED))).isNull();
    assertThat(pending(null)).isNull();
    assertThat(directory.begun).isEmpty();
  }

  @Test
  void beginsWhenTheClientFirstSpeaksToItsServer() {
    get(SERVER);

    assertThat(directory.begun).containsExactly("example-server");
  }

  @Test
  void doesNotBeginWhenTheClientSpeaksToAnother() {
    get("https://other.example.com/mcp");

    assertThat(directory.begun).isEmpty();
  }

  private void get(String url) {
    HttpRequestData request = request("GET", url, EmptyContent.INSTANCE);

    assertThat(sites.value("ktor-cio.CIOEngine", engine, request, request, caller)).isNull();
  }

  private @Nullable Object pending(@Nullable HttpRequestData request) {
    return sites.value("ktor-cio.CIOEngine-pending", engine, null, request, caller);
  }

  private String sent(HttpRequestData request) {
    Object other = sites.value("ktor-cio.CIOEngine", engine, request, request, caller);
    assertThat(other).isInstanceOf(HttpRequestData.class);
    return new String(
        ((io.ktor.http.content.ByteArrayContent) ((HttpRequestData) other).getBody()).bytes(),
        java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static HttpRequestData post(String form) {
    return request(
        "POST",
        ENDPOINT,
        new TextContent(form, ContentType.Application.INSTANCE.getFormUrlEncoded(), null));
  }

  private static HttpRequestData request(String method, String url, OutgoingContent body) {
    return new HttpRequestData(
        URLUtilsKt.Url(url),
        HttpMethod.Companion.parse(method),
        new HeadersBuilder(1).build(),
        body,
        JobKt.Job(null),
        AttributesJvmKt.Attributes(false));
  }

  /** What called the engine. */
  private record Caller(CoroutineContext context, BlockingQueue<Object> results)
      implements Continuation<Object> {

    Caller(CoroutineContext context) {
      this(context, new LinkedBlockingQueue<>());
    }

    @Override
    public CoroutineContext getContext() {
      return context;
    }

    @Override
    public void resumeWith(Object result) {
      results.add(result);
    }
  }

  /** As Ktor's. */
  public static final class Engine {

    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    boolean suspends;
    @Nullable RuntimeException failure;
    private @Nullable Continuation<? super Object> continuation;

    public @Nullable Object execute(
        HttpRequestData data, Continuation<? super Object> continuation) {
      this.continuation = continuation;
      calls.add(Thread.currentThread().getName());
      if (failure != null) {
        throw failure;
      }
      return suspends ? SUSPENDED : "response to " + data;
    }

    void resume(Object result) {
      continuation.resumeWith(result);
    }
  }
}
