package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.host.ClassState;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import dev.mcphotfix.agent.log.Severity;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.util.logging}. The JDK itself initialises its manager for its own loggers; only where
 * a handler was made has something been logged, or set up to be.
 */
record JavaUtilLogging(ClassState state) implements LoggingSystem {

  private static final String PACKAGE = "java.util.logging.";

  @Override
  public String entrance() {
    return PACKAGE + "LogManager";
  }

  @Override
  public @Nullable HostLogger logger(Class<?> entrance, Class<?>[] loaded)
      throws ReflectiveOperationException {
    return state.isInitialized(entrance) && hasHandler(loaded) ? new Logger() : null;
  }

  /** There is nothing after it. */
  @Override
  public boolean isAwaited(Class<?> entrance) {
    return false;
  }

  private boolean hasHandler(Class<?>[] loaded) throws ReflectiveOperationException {
    Class<?> handler = type("Handler");
    for (Class<?> type : loaded) {
      if (handler.isAssignableFrom(type)
          && !Modifier.isAbstract(type.getModifiers())
          && state.isInitialized(type)) {
        return true;
      }
    }
    return false;
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE.concat(name), false, ClassLoader.getPlatformClassLoader());
  }

  private static final class Logger implements HostLogger {

    private final Object logger;
    private final Method log;

    Logger() throws ReflectiveOperationException {
      Class<?> type = type("Logger");
      logger = Objects.requireNonNull(HostCalls.callStatic(type, "getLogger", "mcp-hotfix"));
      log = type.getMethod("logp", type("Level"), String.class, String.class, String.class);
    }

    private static Object level(String name) throws ReflectiveOperationException {
      return Objects.requireNonNull(Reflection.get(type("Level").getField(name), null));
    }

    @Override
    public boolean isOpen() throws ReflectiveOperationException {
      return Boolean.TRUE.equals(HostCalls.call(logger, "isLoggable", level("SEVERE")))
          && hasHandler(logger);
    }

    private static boolean hasHandler(@Nullable Object logger) {
      Object above = logger;
      while (above != null) {
        if (((Object[]) HostCalls.answer(above, "getHandlers")).length > 0) {
          return true;
        }
        above = HostCalls.call(above, "getParent");
      }
      return false;
    }

    /** Names a source, as it would look for one among the agent's classes otherwise. */
    @Override
    public void log(Severity severity, String message) throws ReflectiveOperationException {
      String name =
          switch (severity) {
            case DEBUG -> "FINE";
            case INFO -> "INFO";
            case WARN -> "WARNING";
          };
      Reflection.invoke(log, logger, level(name), "mcp-hotfix", null, message);
    }

    @Override
    public String description() {
      return LibraryType.origin(logger);
    }
  }
}
