package dev.mcphotfix.agent.log.span;

import dev.mcphotfix.agent.host.ClassState;
import dev.mcphotfix.agent.host.LoadedClasses;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks among the classes that the host has loaded for copies of OpenTelemetry's API. What is not
 * initialised stays so. For one thread at a time.
 */
final class ApiSearch {

  /** OpenTelemetry's agent's own comes first: its spans are those that it shows to the others. */
  private static final List<String> SPANS =
      List.of(
          "io.opentelemetry.javaagent.shaded.io.opentelemetry.".concat(SpanApi.SPAN),
          "io.opentelemetry.".concat(SpanApi.SPAN));

  private static final int MOST = 32;

  private final Instrumentation instrumentation;
  private @Nullable ClassState state;

  ApiSearch(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** In the order in which they are to be asked. */
  List<ApiCopy> find() throws ReflectiveOperationException {
    LoadedClasses loaded = new LoadedClasses(instrumentation.getAllLoadedClasses(), SPANS);
    List<ApiCopy> found = new ArrayList<>();
    for (String name : SPANS) {
      for (Class<?> spans : loaded.copies(name)) {
        if (found.size() < MOST && isWhole(spans)) {
          found.add(new ApiCopy(new WeakReference<>(spans), state()));
        }
      }
    }
    return found;
  }

  /** Its methods are known from here on, when a thread of the host's comes to them. */
  private static boolean isWhole(Class<?> spans) {
    try {
      SpanApi.of(spans);
      return true;
    } catch (RuntimeException | LinkageError gone) { // Of an application that has ended.
      return false;
    }
  }

  private ClassState state() throws ReflectiveOperationException {
    ClassState known = state == null ? new ClassState(instrumentation) : state;
    state = known;
    return known;
  }
}
