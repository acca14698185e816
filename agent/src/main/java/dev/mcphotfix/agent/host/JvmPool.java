package dev.mcphotfix.agent.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Threads on which the client's work may go on that nobody else's thread is there for: neither the
 * agent's own, on which hooks are blind, nor one of the client's, which may be an event loop.
 */
public final class JvmPool {

  private static final Executor EXECUTOR = new CompletableFuture<Void>().defaultExecutor();

  private JvmPool() {}

  /** Runs the work soon, as the JDK does what follows an asynchronous step. */
  public static void run(Runnable work) {
    EXECUTOR.execute(work);
  }
}
