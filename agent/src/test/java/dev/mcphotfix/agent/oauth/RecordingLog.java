package dev.mcphotfix.agent.oauth;

import dev.mcphotfix.agent.decision.AgentLog;
import dev.mcphotfix.agent.decision.Entry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps what is logged. */
final class RecordingLog implements AgentLog {

  final List<Entry> entries = new CopyOnWriteArrayList<>();

  @Override
  public void write(Entry entry) {
    entries.add(entry);
  }

  /** The reason codes of all decisions. */
  List<String> reasons() {
    return entries.stream()
        .map(entry -> entry.facts().get("reason"))
        .filter(reason -> reason != null)
        .toList();
  }

  Entry last() {
    return entries.get(entries.size() - 1);
  }

  @Nullable String lastFact(String key) {
    return last().facts().get(key);
  }
}
