package dev.mcphotfix.agent.oauth.decision;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps what is logged. */
public final class RecordingLog implements AgentLog {

  public final List<Entry> entries = new CopyOnWriteArrayList<>();

  @Override
  public void write(Entry entry) {
    entries.add(entry);
  }

  /** The reason codes of all decisions. */
  public List<String> reasons() {
    return entries.stream()
        .map(entry -> entry.facts().get("reason"))
        .filter(reason -> reason != null)
        .toList();
  }

  public Entry last() {
    return entries.get(entries.size() - 1);
  }

  public @Nullable String lastFact(String key) {
    return last().facts().get(key);
  }
}
