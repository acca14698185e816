package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.host.ClassState;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.HostMethods;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import dev.mcphotfix.agent.log.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Log4j 2 with its core. Its contexts are asked for one that is started; {@code
 * LogManager.getContext} would start one.
 */
record Log4j(ClassState state) implements LoggingSystem {

  private static final String FACTORY = "org.apache.logging.log4j.core.impl.Log4jContextFactory";

  @Override
  public String entrance() {
    return "org.apache.logging.log4j.LogManager";
  }

  @Override
  public @Nullable HostLogger logger(Class<?> entrance, Class<?>[] loaded)
      throws ReflectiveOperationException {
    for (Object context : contexts(entrance)) {
      if (Boolean.TRUE.equals(HostCalls.call(context, "isStarted"))) {
        return new Logger(context);
      }
    }
    return null;
  }

  /** Without the core, what is left of it goes nowhere or elsewhere. */
  private List<?> contexts(Class<?> entrance) throws ReflectiveOperationException {
    if (state.isInitialized(entrance)) {
      Object factory = HostCalls.callStatic(entrance, "getFactory");
      if (factory != null && factory.getClass().getName().equals(FACTORY)) {
        Object selector = HostCalls.call(factory, "getSelector");
        Object contexts = selector == null ? null : HostCalls.call(selector, "getLoggerContexts");
        return contexts instanceof List<?> list ? list : List.of();
      }
    }
    return List.of();
  }

  /** Before its class is initialised, or while a first context starts. */
  @Override
  public boolean isAwaited(Class<?> entrance) throws ReflectiveOperationException {
    return !state.isInitialized(entrance) || !contexts(entrance).isEmpty();
  }

  private static final class Logger implements HostLogger {

    private final Object context;
    private final Object logger;

    Logger(Object context) {
      this.context = context;
      this.logger = HostCalls.answer(context, "getLogger", "mcp-hotfix");
    }

    @Override
    public boolean isOpen() {
      return Boolean.TRUE.equals(HostCalls.call(context, "isStarted"))
          && Boolean.TRUE.equals(HostCalls.call(logger, "isErrorEnabled"));
    }

    @Override
    public void log(Severity severity, String message) {
      String name = severity.name().toLowerCase(Locale.ROOT);
      Reflection.invoke(HostMethods.open(logger.getClass(), name, String.class), logger, message);
    }

    @Override
    public String description() {
      return LibraryType.origin(context);
    }
  }
}
