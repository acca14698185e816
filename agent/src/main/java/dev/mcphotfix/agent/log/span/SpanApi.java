package dev.mcphotfix.agent.log.span;

import dev.mcphotfix.agent.host.ClassMemory;
import dev.mcphotfix.agent.host.ClassState;
import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostMethods;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One copy of OpenTelemetry's API, by its methods. All throw a {@link HostCallException} where the
 * copy is another than is expected. Thread-safe.
 */
final class SpanApi {

  /** Behind the name of the library, which may be moved. */
  static final String SPAN = "api.trace.Span";

  private static final String CONTEXT = "context.Context";

  /** Known by the class itself, so that no class loader is held. */
  private static final ClassMemory<SpanApi> ALL = ClassMemory.of(SpanApi::new);

  /** What a span is kept by in a context: while it is asleep there is none in any. */
  private final Class<?> key;

  /** Decides where the current context is kept, once for all, when it is initialised. */
  private final Class<?> storage;

  private final Method context;
  private final Method spanOf;
  private final Method isRecording;
  private final Method addEvent;
  private final Method attributes;
  private final Method putText;
  private final Method putNumber;
  private final Method build;

  private volatile boolean inUse;

  private SpanApi(Class<?> span) {
    Class<?> contexts = type(span, CONTEXT);
    Class<?> values = type(span, "api.common.Attributes");
    Class<?> builder = type(span, "api.common.AttributesBuilder");
    key = type(span, "api.trace.SpanContextKey");
    storage = type(contexts, CONTEXT, "context.LazyStorage");
    context = HostMethods.open(contexts, "current");
    // Not the span's own look-up, which initialises another class where there is none.
    spanOf = HostMethods.open(span, "fromContextOrNull", contexts);
    isRecording = HostMethods.open(span, "isRecording");
    addEvent = HostMethods.open(span, "addEvent", String.class, values);
    attributes = HostMethods.open(values, "builder");
    putText = HostMethods.open(builder, "put", String.class, String.class);
    putNumber = HostMethods.open(builder, "put", String.class, long.class);
    build = HostMethods.open(builder, "build");
  }

  /**
   * The API by its class of spans.
   *
   * @param span {@code io.opentelemetry.api.trace.Span}, or a moved copy of it
   */
  static SpanApi of(Class<?> span) {
    return ALL.get(span);
  }

  /** Another class of the same copy, as that itself sees it; it is not initialised. */
  private static Class<?> type(Class<?> known, String name) {
    return type(known, SPAN, name);
  }

  private static Class<?> type(Class<?> known, String knownName, String name) {
    int library = known.getName().length() - knownName.length();
    try {
      String moved = known.getName().substring(0, library).concat(name);
      return Class.forName(moved, false, known.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new HostCallException(e.toString());
    }
  }

  /** Whether the host has initialised all that would be by asking for a span. */
  boolean isInUse(ClassState state) {
    if (!inUse) {
      inUse = state.isInitialized(key) && state.isInitialized(storage);
    }
    return inUse;
  }

  /** The span of the calling thread; null where it has none that records. Where it is in use. */
  @Nullable Object current() {
    Object span = Reflection.invoke(spanOf, null, Reflection.invoke(context, null));
    return span != null && isRecording(span) ? span : null;
  }

  boolean isRecording(Object span) {
    return Boolean.TRUE.equals(Reflection.invoke(isRecording, span));
  }

  void addEvent(Object span, String name, Map<String, Object> values) {
    Object builder = Reflection.invoke(attributes, null);
    for (Map.Entry<String, Object> value : values.entrySet()) {
      Method put = value.getValue() instanceof Long ? putNumber : putText;
      Reflection.invoke(put, builder, value.getKey(), value.getValue());
    }
    Object built = Objects.requireNonNull(Reflection.invoke(build, builder));
    Reflection.invoke(addEvent, span, name, built);
  }
}
