package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.host.ClassState;
import dev.mcphotfix.agent.host.LoadedClasses;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
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
    LoadedClasses entrances = new LoadedClasses(loaded, entrances());
    for (LoggingSystem system : systems) {
      boolean awaited = false;
      for (Class<?> copy : entrances.copies(system.entrance())) {
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

  /** The classes by which the systems are entered. */
  private List<String> entrances() {
    return systems.stream().map(LoggingSystem::entrance).toList();
  }
}
