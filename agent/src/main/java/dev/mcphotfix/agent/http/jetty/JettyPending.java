package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.host.JvmPool;
import org.jspecify.annotations.Nullable;

/** A discovery that a content is held for, and what goes on then. Thread-safe. */
final class JettyPending {

  private @Nullable Runnable next;
  private boolean ended;

  /** It has ended. Called by a thread of the agent, on which hooks are blind. */
  synchronized void end() {
    ended = true;
    goOn();
  }

  /** What goes on when it has ended, on a thread of its own. The one that is told last counts. */
  synchronized void then(Runnable told) {
    next = told;
    goOn();
  }

  private void goOn() {
    Runnable now = ended ? next : null;
    if (now != null) {
      next = null;
      JvmPool.run(now);
    }
  }
}
