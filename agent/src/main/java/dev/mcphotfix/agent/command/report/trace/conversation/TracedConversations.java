package dev.mcphotfix.agent.command.report.trace.conversation;

import dev.mcphotfix.agent.command.log.LogEntry;
import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Notice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversations of some logs, in the order in which they began. */
public final class TracedConversations {

  private static final int MOST = 10_000;

  private final Map<String, TracedConversation> conversations = new LinkedHashMap<>();

  /** Which conversation each request belongs to. */
  private final Map<String, TracedConversation> requests = new HashMap<>();

  private int leftOut;

  /**
   * Adds an entry; an id is that of one agent in one JVM, of which a text log has but one.
   *
   * @param log the name of its log
   */
  public void add(String log, LogEntry entry) {
    String id = entry.text("conversation");
    String writer = entry.textOr("instance", log) + ' ';
    if (entry.event() instanceof Action) {
      TracedConversation conversation = requests.get(writer + entry.text("request"));
      if (conversation != null) {
        conversation.add(entry);
      }
    } else if (id != null && (entry.event() == Notice.TRACE || isDiagnosis(entry))) {
      TracedConversation conversation = conversation(writer + id, entry);
      if (conversation != null) {
        tell(writer, entry, conversation);
      }
    }
  }

  private void tell(String writer, LogEntry entry, TracedConversation conversation) {
    conversation.add(entry);
    String request = entry.text("request");
    if (request != null && !isDiagnosis(entry)) {
      requests.put(writer + request, conversation);
    }
  }

  private static boolean isDiagnosis(LogEntry entry) {
    return entry.event() == Notice.DIAGNOSIS;
  }

  private @Nullable TracedConversation conversation(String key, LogEntry entry) {
    TracedConversation known = conversations.get(key);
    if (known != null) {
      return known;
    }
    if (conversations.size() == MOST) {
      leftOut++;
      return null;
    }
    TracedConversation begun = new TracedConversation(entry);
    conversations.put(key, begun);
    return begun;
  }

  /** The first {@value #MOST}. */
  public List<TracedConversation> all() {
    return new ArrayList<>(conversations.values());
  }

  /** How many entries belong to others. */
  public int leftOut() {
    return leftOut;
  }

  public long failed() {
    return conversations.values().stream().filter(TracedConversation::isFailed).count();
  }

  /** How many have failed, in a sentence without its end. */
  public String conclusion() {
    String all = Shown.count(conversations.size(), "conversation");
    return failed() == 0
        ? "None of " + all + " has failed"
        : Shown.number(failed()) + " of " + all + " failed";
  }
}
