package dev.mcphotfix.agent.log.span;

import dev.mcphotfix.agent.host.ClassState;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the API that the host has loaded, and may have in use by now or later.
 *
 * @param spans its class of spans; weakly, as the host may let it go
 */
record ApiCopy(WeakReference<Class<?>> spans, ClassState state) {

  /** The span of the calling thread that records; null for none. */
  @Nullable HostSpan current() {
    Class<?> type = spans.get();
    SpanApi api = type == null ? null : SpanApi.of(type);
    Object span = api != null && api.isInUse(state) ? api.current() : null;
    return type == null || span == null ? null : new HostSpan(type, span);
  }
}
