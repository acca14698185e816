package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Shows the status again and again, and asks for it anew when the agent no longer renews it. */
record StatusWatch(AgentConnection target, Consumer<AgentAnswer> shown, Duration period) {

  /** After so many rounds without anything new the lease is over. */
  private static final int SILENT_ROUNDS = 5;

  /** Goes on until the JVM or the agent in it is gone; says in a sentence which. */
  String run() {
    long pid = target.jvm().pid();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        AgentAnswer first = target.line().ask();
        if (!first.isDone()) {
          return "The agent is no longer in " + pid + ".";
        }
        if (!followed(first)) {
          return "The agent was taken out of " + pid + ".";
        }
      }
      return "Ended.";
    } catch (TargetException e) {
      return ProcessHandle.of(pid).isPresent()
          ? e.problem().text() + "; " + e.problem().advice()
          : pid + " has ended.";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "Ended.";
    }
  }

  /** Shows what the agent renews, until it no longer does; false where it was taken out. */
  private boolean followed(AgentAnswer first) throws TargetException, InterruptedException {
    AgentAnswer last = first;
    shown.accept(first);
    for (int silent = 0; silent < SILENT_ROUNDS; ) {
      TimeUnit.MILLISECONDS.sleep(period.toMillis());
      AgentAnswer next = target.line().last();
      if (next == null || !next.isInstalled()) {
        return false;
      }
      silent = next.sequence() == last.sequence() ? silent + 1 : 0;
      last = next;
      if (next.status() != null) {
        shown.accept(next);
      }
    }
    return true;
  }
}
