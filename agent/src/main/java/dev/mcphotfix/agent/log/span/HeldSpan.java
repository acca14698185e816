package dev.mcphotfix.agent.log.span;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** A span of the host's that may be kept: it ends, and its class loaders go, as without it. */
record HeldSpan(WeakReference<Class<?>> copy, WeakReference<Object> span) {

  HeldSpan(HostSpan span) {
    this(new WeakReference<>(span.copy()), new WeakReference<>(span.span()));
  }

  /** Null where it records no longer. */
  @Nullable HostSpan recording() {
    Class<?> type = copy.get();
    Object held = span.get();
    if (type == null || held == null || !SpanApi.of(type).isRecording(held)) {
      return null;
    }
    return new HostSpan(type, held);
  }
}
