package dev.mcphotfix.agent.http.ktor;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls suspending functions of Kotlin's one after the other. No thread waits for one: it is the
 * {@code Continuation} of each, in the context of the caller, whose cancellation so reaches them.
 * Used by one thread at a time, whichever ends a call.
 */
final class SuspendingCalls extends StandIn {

  private final Object neighbour;
  private final Object caller;
  private final Step step;
  private final Object suspended;

  /** What is called. */
  interface Step {

    /**
     * Makes the next call and answers what it does; null where there is none.
     *
     * @param answer of the call before; null at first
     */
    @Nullable Object next(@Nullable Object answer, Object continuation) throws Throwable;

    /** A call has failed, or was cancelled; there will be no other. */
    void failed(Throwable cause);
  }

  private SuspendingCalls(
      Object neighbour, Object caller, Step step, Consumer<Throwable> failures) {
    super(caller, failures);
    this.neighbour = neighbour;
    this.caller = caller;
    this.step = step;
    suspended = new Coroutines(neighbour).suspended();
  }

  /**
   * A suspending function with one parameter.
   *
   * @param steps given the function's argument
   */
  static Object function(
      Object neighbour, Function<Object, Step> steps, Consumer<Throwable> failures) {
    return KotlinFunction.of(
        neighbour,
        2,
        call ->
            new SuspendingCalls(
                    neighbour,
                    Objects.requireNonNull(call[1]),
                    steps.apply(Objects.requireNonNull(call[0])),
                    failures)
                .start(),
        failures);
  }

  private @Nullable Object start() {
    Object self = as(LibraryType.near(neighbour, "kotlin.coroutines.Continuation"));
    try {
      return proceed(null, self);
    } catch (Throwable failure) { // It may be one that a proxy cannot throw.
      end(ended(failure));
      return suspended;
    }
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    if (!call.is("resumeWith")) {
      return call.pass();
    }
    Object answer = resumed(call.argument(0), call.standIn());
    if (answer != suspended) {
      end(answer);
    }
    return null;
  }

  private @Nullable Object resumed(@Nullable Object result, Object self) {
    try {
      HostCalls.callStatic(
          LibraryType.near(neighbour, "kotlin.ResultKt"), "throwOnFailure", result);
      return proceed(result, self);
    } catch (Throwable failure) {
      return ended(failure);
    }
  }

  /** Touches nothing once a call is suspended: it may go on at once, on another thread. */
  private @Nullable Object proceed(@Nullable Object first, Object self) throws Throwable {
    Object context = HostCalls.answer(caller, "getContext");
    Object answer = first;
    do {
      // Not every call notices that the caller was cancelled.
      HostCalls.callStatic(
          LibraryType.near(neighbour, "kotlinx.coroutines.JobKt"), "ensureActive", context);
      answer = step.next(answer, self);
    } while (answer != null && answer != suspended);
    return answer;
  }

  private @Nullable Object ended(Throwable failure) {
    Throwable cause =
        failure instanceof HostCallException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    step.failed(cause);
    return HostCalls.callStatic(
        LibraryType.near(neighbour, "kotlin.ResultKt"), "createFailure", cause);
  }

  /** Back to where the caller's coroutine belongs. */
  private void end(@Nullable Object result) {
    Class<?> type = LibraryType.near(neighbour, "kotlin.coroutines.jvm.internal.ContinuationImpl");
    Object continuation =
        type.isInstance(caller) ? HostCalls.answer(caller, "intercepted") : caller;
    HostCalls.pass(continuation, "resumeWith", result);
  }
}
