package dev.mcphotfix.agent.log.span;

import dev.mcphotfix.agent.host.ClassMemory;
import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostMethods;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One copy of OpenTelemetry's API, by its methods; for a copy only that the host itself has
 * initialised. All throw a {@link HostCallException} where the copy is another than is expected.
 * Thread-safe.
 */
final class SpanApi {

  static final String SPAN = "api.trace.Span";

  /** What a span is kept by in a context: as long as it is asleep there is none. */
  static final String KEY = "api.trace.SpanContextKey";

  /** Decides where the current context is kept, once for all, when it is initialised. */
  static final String STORAGE = "context.LazyStorage";

  /** Known by the class itself, so that no class loader is held. */
  private static final ClassMemory<SpanApi> ALL = ClassMemory.of(SpanApi::new);

  private final Method context;
  private final Method spanOf;
  private final Method isRecording;
  private final Method addEvent;
  private final Method attributes;
  private final Method putText;
  private final Method putNumber;
  private final Method build;

  private SpanApi(Class<?> span) {
    Class<?> contexts = type(span, "context.Context");
    Class<?> values = type(span, "api.common.Attributes");
    Class<?> builder = type(span, "api.common.AttributesBuilder");
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

  /** The class of contexts, which may be in another class loader than that of spans. */
  Class<?> contexts() {
    return context.getDeclaringClass();
  }

  /** Another class of the same copy, as that itself sees it; it is not initialised. */
  private static Class<?> type(Class<?> span, String name) {
    int library = span.getName().length() - SPAN.length();
    try {
      String moved = span.getName().substring(0, library).concat(name);
      return Class.forName(moved, false, span.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new HostCallException(e.toString());
    }
  }

  /** The span of the calling thread; null where it has none that records. */
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
