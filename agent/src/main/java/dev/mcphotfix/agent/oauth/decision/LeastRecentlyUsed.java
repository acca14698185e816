package dev.mcphotfix.agent.oauth.decision;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was not asked for in the longest time. Not thread-safe. */
public final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {

  private final int limit;

  public LeastRecentlyUsed(int limit) {
    super(16, 0.75f, true);
    this.limit = limit;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > limit;
  }
}
