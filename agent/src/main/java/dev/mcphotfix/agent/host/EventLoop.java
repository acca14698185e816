package dev.mcphotfix.agent.host;

/** Knows the threads that many connections of the client share, so that none of them may wait. */
public final class EventLoop {

  private static final String NETTY = "io.netty.util.concurrent.FastThreadLocalThread";
  private static final String REACTOR = "reactor.core.scheduler.NonBlocking";

  private EventLoop() {}

  /** Whether the calling thread is one of Netty's or Reactor's, by the names of its types. */
  public static boolean isCurrent() {
    for (Class<?> type = Thread.currentThread().getClass();
        type != null && type != Thread.class;
        type = type.getSuperclass()) {
      if (isOf(NETTY, type)) {
        return true;
      }
      for (Class<?> role : type.getInterfaces()) {
        if (isOf(REACTOR, role)) {
          return true;
        }
      }
    }
    return false;
  }

  /** In a copy whose packages were moved, it has another prefix. */
  private static boolean isOf(String name, Class<?> type) {
    return type.getName().equals(name) || type.getName().endsWith('.' + name);
  }
}
