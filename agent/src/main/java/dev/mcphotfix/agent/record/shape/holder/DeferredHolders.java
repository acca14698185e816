package dev.mcphotfix.agent.record.shape.holder;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The holders that the agent made of others. They are not wrapped again: a field that holds one is
 * looked at in every call, and the chain would grow without end. Keeps no holder alive.
 */
final class DeferredHolders {

  private static final Map<Object, Boolean> MADE = Collections.synchronizedMap(new WeakHashMap<>());

  private DeferredHolders() {}

  static <T> T made(T holder) {
    MADE.put(holder, Boolean.TRUE);
    return holder;
  }

  static boolean isMade(Object holder) {
    return MADE.containsKey(holder);
  }
}
