package dev.mcphotfix.agent.http.ktor;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.JvmPool;
import dev.mcphotfix.agent.host.LibraryType;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How coroutines of one copy of Kotlin are suspended and go on.
 *
 * @param neighbour has a class that sees Kotlin
 */
record Coroutines(Object neighbour) {

  private static final String INTERCEPTOR = "kotlin.coroutines.ContinuationInterceptor";

  /** What a function answers that will go on later. */
  Object suspended() {
    Object suspended =
        HostCalls.callStatic(
            LibraryType.near(neighbour, "kotlin.coroutines.intrinsics.CoroutineSingletons"),
            "valueOf",
            "COROUTINE_SUSPENDED");
    return Objects.requireNonNull(suspended);
  }

  Class<?> continuation() {
    return LibraryType.near(neighbour, "kotlin.coroutines.Continuation");
  }

  /** Resumes where the coroutine belongs, or else in the JVM's pool; called by any thread. */
  void resumeSoon(Object continuation, @Nullable Object value, Consumer<Throwable> failures) {
    JvmPool.run(() -> resume(continuation, value, failures));
  }

  private void resume(Object continuation, @Nullable Object value, Consumer<Throwable> failures) {
    try {
      HostCalls.call(dispatched(continuation), "resumeWith", value);
    } catch (RuntimeException | LinkageError failure) {
      failures.accept(failure);
    }
  }

  private Object dispatched(Object continuation) {
    Object key = HostCalls.constant(LibraryType.near(neighbour, INTERCEPTOR), "Key");
    Object context = HostCalls.answer(continuation, "getContext");
    Object interceptor = HostCalls.call(context, "get", key);
    return interceptor == null
        ? continuation
        : HostCalls.answer(interceptor, "interceptContinuation", continuation);
  }
}
