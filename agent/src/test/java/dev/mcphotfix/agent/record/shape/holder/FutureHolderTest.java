package dev.mcphotfix.agent.record.shape.holder;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.record.HookFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FutureHolderTest {

  private static final Credential BARE = new Credential("example-server", "rt", null);
  private static final Credential HEALED = new Credential("example-server", "rt", ID);

  private final HookFixture hook = HookFixture.example();

  @Test
  void healsWhatHasCome() {
    CompletableFuture<Credential> future = CompletableFuture.completedFuture(BARE);

    assertThat(used(future).join()).isEqualTo(HEALED);
    assertThat(future.join()).isSameAs(BARE);
  }

  @Test
  void keepsAFutureWhoseRecordIsHealedInPlace() {
    Map<String, Object> record = HookFixture.record();

    assertThat(hook.handle(CompletableFuture.completedFuture(record))).isNull();
    assertThat(record).containsEntry("clientId", ID);
  }

  @Test
  void healsWhatIsYetToCome() {
    CompletableFuture<Credential> future = new CompletableFuture<>();

    CompletableFuture<Credential> used = used(future);

    assertThat(used).isNotDone();
    assertThat(hook.entries).isEmpty();
    future.complete(BARE);
    assertThat(used.join()).isEqualTo(HEALED);
    assertThat(hook.reasons()).containsExactly("record-patched");
  }

  @Test
  void leavesAnIdAlone() {
    Credential other = new Credential("example-server", "rt", "other");
    CompletableFuture<Credential> future = new CompletableFuture<>();

    CompletableFuture<Credential> used = used(future);
    future.complete(other);

    assertThat(used.join()).isSameAs(other);
    assertThat(hook.handle(CompletableFuture.completedFuture(other))).isNull();
    assertThat(hook.reasons()).hasSize(2).containsOnly("record-other-client");
  }

  @Test
  void healsWhatIsHeldByWhatIsYetToCome() {
    CompletableFuture<Object> future = new CompletableFuture<>();

    CompletableFuture<Object> used = used(future);
    future.complete(Optional.of(List.of(BARE)));

    assertThat(used.join()).isEqualTo(Optional.of(List.of(HEALED)));
  }

  @Test
  void passesNothingOnAsNothing() {
    CompletableFuture<@Nullable Credential> future = new CompletableFuture<>();

    CompletableFuture<@Nullable Credential> used = used(future);
    future.complete(null);

    assertThat(used.join()).isNull();
    assertThat(hook.entries).isEmpty();
  }

  @Test
  void passesAFailureOnAsItWas() {
    CompletableFuture<Credential> future = new CompletableFuture<>();
    List<Throwable> seen = new ArrayList<>();

    CompletableFuture<Credential> used = used(future);
    CompletableFuture<Credential> after = used.whenComplete((value, failure) -> seen.add(failure));
    IllegalStateException failure = new IllegalStateException("no store");
    future.completeExceptionally(failure);

    assertThat(after).isCompletedExceptionally();
    assertThat(seen).containsExactly(failure);
  }

  @Test
  void passesAFailureOfAnEarlierStageOnAsItWas() {
    CompletableFuture<Credential> first = new CompletableFuture<>();
    CompletableFuture<Credential> future = first.thenApply(value -> value);
    List<Throwable> seen = new ArrayList<>();

    CompletableFuture<Credential> after =
        used(future).whenComplete((value, failure) -> seen.add(failure));
    IllegalStateException failure = new IllegalStateException("no store");
    first.completeExceptionally(failure);

    assertThat(after).isCompletedExceptionally();
    assertThat(seen)
        .singleElement()
        .isInstanceOf(CompletionException.class)
        .extracting(Throwable::getCause)
        .isSameAs(failure);
  }

  @Test
  void leavesAFailedFutureAlone() {
    CompletableFuture<Object> failed = CompletableFuture.failedFuture(new RuntimeException());

    assertThat(hook.handle(failed)).isNull();
  }

  @Test
  void isCancelledWhereTheFutureIs() {
    CompletableFuture<Credential> future = new CompletableFuture<>();

    CompletableFuture<Credential> used = used(future);
    future.cancel(true);

    assertThat(used).isCancelled();
  }

  @Test
  void cancelsTheFuture() {
    Cancelled future = new Cancelled();

    CompletableFuture<Credential> used = used(future);
    used.cancel(true);

    assertThat(used).isInstanceOf(Cancelled.class);
    assertThat(future).isCancelled();
    assertThat(future.asked).isTrue();
  }

  @Test
  void givesTheFutureWhatTheOtherEndIsGiven() {
    CompletableFuture<Credential> completed = new CompletableFuture<>();
    CompletableFuture<Credential> failed = new CompletableFuture<>();

    used(completed).complete(HEALED);
    used(failed).completeExceptionally(new IllegalStateException());

    assertThat(completed.join()).isSameAs(HEALED);
    assertThat(failed).isCompletedExceptionally().isNotCancelled();
  }

  @Test
  void wrapsAFutureOnce() {
    CompletableFuture<Credential> used = used(new CompletableFuture<>());

    assertThat(hook.handle(used)).isNull();
  }

  @Test
  void leavesAStageThatCannotBeCompletedAlone() {
    CompletionStage<Credential> stage = CompletableFuture.completedStage(BARE);

    assertThat(hook.handle(stage)).isNull();
    assertThat(hook.reasons()).containsExactly("record-unreadable");
  }

  @Test
  void passesOnWhatCannotBeHealedForAFailureOfTheHost() {
    CompletableFuture<Object> future = new CompletableFuture<>();
    Throwing record = new Throwing();

    CompletableFuture<Object> used = used(future);
    future.complete(record);

    assertThat(used.join()).isSameAs(record);
    assertThat(hook.reasons()).containsExactly("agent-error:HostCallException");
  }

  @Test
  void changesNothingWhenObserving() {
    CompletableFuture<Credential> future = new CompletableFuture<>();

    CompletableFuture<Credential> used = hook.observing() == null ? future : used(future);
    future.complete(BARE);

    assertThat(used.join()).isSameAs(BARE);
    assertThat(hook.entries.get(0).event()).isEqualTo(Action.WOULD_HEAL);
  }

  @SuppressWarnings("unchecked") // the type that it had
  private <T extends @Nullable Object> CompletableFuture<T> used(CompletableFuture<T> future) {
    Object answer = hook.handle(future);
    return answer == null ? future : (CompletableFuture<T>) answer;
  }

  private record Credential(String serverName, String refreshToken, @Nullable String clientId) {}

  static final class Throwing {
    String getRefreshToken() {
      if (hashCode() != 0) {
        throw new CancellationException();
      }
      return "rt";
    }
  }

  /** As that of the JDK's HTTP client, whose request ends with it. */
  private static final class Cancelled extends CompletableFuture<Credential> {
    boolean asked;

    @Override
    public boolean cancel(boolean interrupting) {
      asked = true;
      return super.cancel(interrupting);
    }

    @Override
    @SuppressWarnings("unchecked") // of whatever is asked for
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return (CompletableFuture<U>) new Cancelled();
    }
  }
}
