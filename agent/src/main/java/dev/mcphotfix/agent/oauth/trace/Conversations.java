package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.oauth.decision.LeastRecentlyUsed;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The conversation that each server is in; of more than {@value #MOST} servers the one that was
 * silent for longest is forgotten. Not thread-safe.
 */
final class Conversations {

  static final int MOST = 64;

  /** Then whatever comes next has nothing to do with it. */
  static final long SILENCE = TimeUnit.MINUTES.toNanos(10);

  private final String prefix;
  private final Map<String, Conversation> current = new LeastRecentlyUsed<>(MOST);
  private int count;

  /**
   * @param prefix of their ids, which tells those of one configuration from those of the next
   */
  Conversations(String prefix) {
    this.prefix = prefix;
  }

  /** The one to which a step belongs: that which is under way, or another one. */
  Conversation of(String server, Step step, long now) {
    Conversation known = current.get(server);
    Conversation next =
        known == null || isOver(known, step, now)
            ? Conversation.begun(nextId(), server, now)
            : known.at(now);
    current.put(server, next);
    return next;
  }

  private static boolean isOver(Conversation known, Step step, long now) {
    return now - known.last() > SILENCE || (known.ended() && step.begins());
  }

  void end(Conversation conversation) {
    current.put(conversation.server(), conversation.end());
  }

  private String nextId() {
    count++;
    return prefix + '-' + count;
  }
}
