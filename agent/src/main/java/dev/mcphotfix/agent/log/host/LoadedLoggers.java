package dev.mcphotfix.agent.log.host;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks among the classes that the host has loaded for logging that it has initialised: SLF4J
 * before Log4j 2 before {@code java.util.logging}; of several copies, that of the system class
 * loader, otherwise the first that the JVM names. What is not initialised stays so.
 */
final class LoadedLoggers implements LoggerSource {

  private final Instrumentation instrumentation;
  private final List<LoggingSystem> systems = new ArrayList<>();

  LoadedLoggers(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public @Nullable HostLogger find(boolean last) throws ReflectiveOperationException {
    if (systems.isEmpty()) {
      ClassState state = new ClassState(instrumentation);
      systems.addAll(List.of(new Slf4j(state), new Log4j(state), new JavaUtilLogging(state)));
    }
    Class<?>[] loaded = instrumentation.getAllLoadedClasses();
    Map<String, List<Class<?>>> entrances = entrances(loaded);
    for (LoggingSystem system : systems) {
      List<Class<?>> copies = entrances.getOrDefault(system.entrance(), List.of());
      boolean awaited = false;
      for (Class<?> copy : copies) {
        HostLogger logger = system.logger(copy, loaded);
        if (logger != null) {
          return logger;
        }
        awaited |= !last && system.isAwaited(copy);
      }
      if (awaited) {
        return null;
      }
    }
    return null;
  }

  /** The classes by which the systems are entered, each in all its copies. */
  private Map<String, List<Class<?>>> entrances(Class<?>[] loaded) {
    Map<String, List<Class<?>>> entrances = new LinkedHashMap<>();
    for (LoggingSystem system : systems) {
      entrances.put(system.entrance(), new ArrayList<>());
    }
    for (Class<?> type : loaded) {
      List<Class<?>> copies = entrances.get(type.getName());
      if (copies != null) {
        copies.add(type);
      }
    }
    ClassLoader system = ClassLoader.getSystemClassLoader();
    for (List<Class<?>> copies : entrances.values()) {
      copies.sort(Comparator.comparing(type -> type.getClassLoader() != system));
    }
    return entrances;
  }
}
