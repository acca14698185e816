package dev.mcphotfix.agent.host;

/**
 * A thread of the agent's own. Hooks are blind on it: what the agent sends must never be taken for
 * a request of the host.
 *
 * <p>A daemon with nothing of the host that started it: neither its class loader nor its
 * inheritable thread locals.
 */
public final class AgentThread extends Thread {

  public AgentThread(Runnable work, String name) {
    super(null, work, name, 0, false);
    setDaemon(true);
    setContextClassLoader(null);
  }

  /** Whether the calling thread is one of these. */
  public static boolean isCurrent() {
    return Thread.currentThread() instanceof AgentThread;
  }
}
