package dev.mcphotfix.agent.log.host;

import org.jspecify.annotations.Nullable;

/** One of the logging systems that a host may have. */
sealed interface LoggingSystem permits Slf4j, Log4j, JavaUtilLogging {

  /** The name of the class by which every user of it comes in. */
  String entrance();

  /**
   * The host's logger.
   *
   * @param entrance the class of that name in one of the host's class loaders
   * @param loaded all classes that the JVM has loaded
   * @return null where this copy of the system is not initialised, or goes nowhere by itself
   */
  @Nullable HostLogger logger(Class<?> entrance, Class<?>[] loaded)
      throws ReflectiveOperationException;

  /** Whether the host seems about to initialise this copy, and others should wait. */
  boolean isAwaited(Class<?> entrance) throws ReflectiveOperationException;
}
