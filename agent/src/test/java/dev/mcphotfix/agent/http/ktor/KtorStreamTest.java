package dev.mcphotfix.agent.http.ktor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import io.ktor.http.content.OutgoingContent;
import io.ktor.utils.io.ByteChannel;
import io.ktor.utils.io.ByteReadChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.JobKt;
import kotlinx.coroutines.future.FutureKt;
import kotlinx.io.SourcesKt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With Ktor's own channels, and coroutines that go on where they are resumed. */
final class KtorStreamTest {

  private final ByteChannel source = new ByteChannel(true);
  private final ByteChannel sink = new ByteChannel(true);
  private final RecordedAttempts attempts = new RecordedAttempts();
  private final CompletableJob engine = JobKt.Job(null);

  @Test
  void writesAnotherBodyInItsPlaceWhenItIsWhole() {
    CompletableFuture<Unit> written = write(new Content(() -> {}));

    send(RecordedAttempts.REFRESH.substring(0, 20));
    assertThat(received()).isEmpty();
    send(RecordedAttempts.REFRESH.substring(20));
    source.close();

    assertThat(written).isCompleted();
    assertThat(received()).isEqualTo(RecordedAttempts.CHANGED);
  }

  @Test
  void leavesABodyAsItWas() {
    CompletableFuture<Unit> written = write(new Content(() -> {}));

    send("a=b");
    source.close();

    assertThat(written).isCompleted();
    assertThat(received()).isEqualTo("a=b");
  }

  @Test
  void passesOnWhatIsTooLargeAsItComes() {
    CompletableFuture<Unit> written = write(new Content(() -> {}));

    send("x".repeat(70_000));
    assertThat(received()).hasSize(70_000);
    send("y");
    source.close();

    assertThat(written).isCompleted();
    assertThat(received()).isEqualTo("y");
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void failsWhereTheBodyFails() {
    CompletableFuture<Unit> written = write(new Content(() -> {}));

    send("a=b");
    source.cancel(new IOException("broken"));

    assertThat(written)
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withMessageContaining("broken");
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void doesNotTakeABodyThatHasFailedForAWholeOne() {
    send("a=b");
    source.cancel(new IOException("broken"));

    CompletableFuture<Unit> written = write(new Content(() -> {}));

    assertThat(written)
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withMessageContaining("broken");
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void cancelsTheBodyWithTheEngine() {
    CompletableFuture<Unit> written = write(new Content(() -> {}));

    send("a=b");
    engine.cancel(null);

    assertThat(written).isCancelled();
    assertThat(source.getClosedCause()).isNotNull();
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void endsWhereACallDoesNotNoticeThatTheEngineIsCancelled() {
    send("a=b");
    source.close();

    CompletableFuture<Unit> written = write(new Content(() -> engine.cancel(null)));

    assertThat(written).isCancelled();
    assertThat(attempts.reasons()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private CompletableFuture<Unit> write(Content content) {
    Function2<Object, Continuation<? super Unit>, @Nullable Object> writer =
        (Function2<Object, Continuation<? super Unit>, @Nullable Object>)
            KtorStream.writer(content, content, attempts.next());
    CoroutineContext context = Dispatchers.getUnconfined().plus(engine);
    return FutureKt.future(
        GlobalScope.INSTANCE,
        context,
        CoroutineStart.DEFAULT,
        (scope, continuation) -> writer.invoke(sink, continuation));
  }

  private void send(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    source.getWriteBuffer().write(bytes, 0, bytes.length);
    source.flushWriteBuffer();
  }

  private String received() {
    return new String(SourcesKt.readByteArray(sink.getReadBuffer()), StandardCharsets.US_ASCII);
  }

  private final class Content extends OutgoingContent.ReadChannelContent {

    private final Runnable first;

    Content(Runnable first) {
      this.first = first;
    }

    @Override
    public ByteReadChannel readFrom() {
      first.run();
      return source;
    }
  }
}
