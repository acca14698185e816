package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.host.AgentThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ends the witness when its time is over, on a thread of the agent's own, unless something else
 * came first. Without lambdas: a host's start may begin it.
 */
final class WitnessLimit implements Runnable, BooleanSupplier {

  private final Agent agent;
  private final int seconds;
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private boolean started;

  WitnessLimit(Agent agent, int seconds) {
    this.agent = agent;
    this.seconds = seconds;
  }

  /** Its time begins, unless it has. */
  synchronized void start() {
    if (!started) {
      started = true;
      new AgentThread(this, "mcp-hotfix-witness").start();
    }
  }

  /** Another configuration holds, or none. */
  void cancel() {
    cancelled.countDown();
  }

  /** Whether it still is about what holds. */
  @Override
  public boolean getAsBoolean() {
    return cancelled.getCount() > 0;
  }

  @Override
  public void run() {
    try {
      if (!cancelled.await(seconds, TimeUnit.SECONDS)) {
        agent.commands().endWitness(this);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
