package dev.mcphotfix.agent.log.span;

import dev.mcphotfix.agent.host.ClassState;
import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.LoadedClasses;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks among the classes that the host has loaded for copies of OpenTelemetry's API that it has
 * initialised. What is not initialised stays so. For one thread at a time.
 */
final class ApiSearch {

  private static final String LIBRARY = "io.opentelemetry.";

  /** OpenTelemetry's agent's own comes first: its spans are those that it shows to the others. */
  private static final List<String> PREFIXES =
      List.of("io.opentelemetry.javaagent.shaded.".concat(LIBRARY), LIBRARY);

  private static final int MOST = 8;

  private final Instrumentation instrumentation;
  private @Nullable ClassState state;

  ApiSearch(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** The class of spans in each copy, in the order in which they are to be asked. */
  List<Class<?>> find() throws ReflectiveOperationException {
    LoadedClasses loaded = new LoadedClasses(instrumentation.getAllLoadedClasses(), names());
    List<Class<?>> found = new ArrayList<>();
    for (String prefix : PREFIXES) {
      for (Class<?> span : loaded.copies(prefix.concat(SpanApi.SPAN))) {
        if (found.size() < MOST && isInUse(span, prefix, loaded)) {
          found.add(span);
        }
      }
    }
    return found;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String prefix : PREFIXES) {
      for (String name : List.of(SpanApi.SPAN, SpanApi.KEY, SpanApi.STORAGE)) {
        names.add(prefix.concat(name));
      }
    }
    return names;
  }

  /**
   * Whether to ask for the current span initialises nothing that decides something, and its methods
   * are there: they are known when a thread of the host's comes to them.
   */
  private boolean isInUse(Class<?> span, String prefix, LoadedClasses loaded)
      throws ReflectiveOperationException {
    List<Class<?>> keys = loaded.copies(prefix.concat(SpanApi.KEY));
    List<Class<?>> storages = loaded.copies(prefix.concat(SpanApi.STORAGE));
    try {
      return isInitialized(keys, span) && isInitialized(storages, SpanApi.of(span).contexts());
    } catch (HostCallException gone) { // An application's that has ended, or another version.
      return false;
    }
  }

  private boolean isInitialized(List<Class<?>> copies, Class<?> neighbour)
      throws ReflectiveOperationException {
    for (Class<?> copy : copies) {
      if (copy.getClassLoader() == neighbour.getClassLoader() && state().isInitialized(copy)) {
        return true;
      }
    }
    return false;
  }

  private ClassState state() throws ReflectiveOperationException {
    ClassState known = state == null ? new ClassState(instrumentation) : state;
    state = known;
    return known;
  }
}
