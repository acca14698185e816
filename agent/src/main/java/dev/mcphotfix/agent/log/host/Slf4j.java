package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.host.ClassState;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.HostMethods;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import dev.mcphotfix.agent.log.Severity;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SLF4J with Logback or another library behind it. One that goes nowhere is none; one that leads to
 * Log4j 2 is left to that, which would set up a context of its own for a caller from a class loader
 * that it does not know.
 */
record Slf4j(ClassState state) implements LoggingSystem {

  /** {@code LoggerFactory.SUCCESSFUL_INITIALIZATION}; more is a failure, or no library. */
  private static final int SUCCESSFUL = 3;

  /** In pieces, since the build renames whatever begins as our own copy of SLF4J did. */
  private static final String PACKAGE = String.join(".", "org", "slf4j", "");

  @Override
  public String entrance() {
    return PACKAGE.concat("LoggerFactory");
  }

  @Override
  public @Nullable HostLogger logger(Class<?> entrance, Class<?>[] loaded)
      throws ReflectiveOperationException {
    if (state(entrance) != SUCCESSFUL) {
      return null;
    }
    Object factory = Objects.requireNonNull(HostCalls.callStatic(entrance, "getILoggerFactory"));
    String library = factory.getClass().getName();
    if (library.startsWith(PACKAGE.concat("helpers.NOP")) || isLog4j(library)) {
      return null;
    }
    return new Logger(factory);
  }

  @Override
  public boolean isAwaited(Class<?> entrance) throws ReflectiveOperationException {
    return state(entrance) < SUCCESSFUL;
  }

  private int state(Class<?> entrance) throws ReflectiveOperationException {
    return state.isInitialized(entrance) ? state.staticInt(entrance, "INITIALIZATION_STATE") : 0;
  }

  private static boolean isLog4j(String library) {
    return library.startsWith("org.apache.logging.");
  }

  private static final class Logger implements HostLogger {

    private final Object factory;
    private final Object logger;

    Logger(Object factory) {
      this.factory = factory;
      this.logger = named("mcp-hotfix");
    }

    private Object named(String name) {
      return HostCalls.answer(factory, "getLogger", name);
    }

    @Override
    public boolean isOpen() {
      return Boolean.TRUE.equals(HostCalls.call(logger, "isErrorEnabled"))
          && (!logger.getClass().getName().startsWith("ch.qos.logback.")
              || hasAppender(logger)
              || hasAppender(named("ROOT")));
    }

    private static boolean hasAppender(Object logger) {
      return HostCalls.call(logger, "iteratorForAppenders") instanceof Iterator<?> appenders
          && appenders.hasNext();
    }

    @Override
    public void log(Severity severity, String message) {
      String name = severity.name().toLowerCase(Locale.ROOT);
      Reflection.invoke(HostMethods.open(logger.getClass(), name, String.class), logger, message);
    }

    @Override
    public String description() {
      return LibraryType.origin(factory);
    }
  }
}
