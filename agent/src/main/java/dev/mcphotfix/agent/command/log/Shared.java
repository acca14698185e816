package dev.mcphotfix.agent.command.log;

import java.util.HashMap;
import java.util.Map;

/** Keeps what many lines say once: so many different things at most, the others as they come. */
public final class Shared {

  private static final int MOST = 100_000;

  private final Map<Object, Object> known = new HashMap<>();

  /** The first that was equal to it, or the value itself. */
  @SuppressWarnings("unchecked") // What is equal to a value of these classes is of its class.
  public <T> T one(T value) {
    Object same = known.get(value);
    if (same != null) {
      return (T) same;
    }
    if (known.size() < MOST) {
      known.put(value, value);
    }
    return value;
  }
}
