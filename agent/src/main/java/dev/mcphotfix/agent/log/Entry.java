package dev.mcphotfix.agent.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log: what happened, and its facts in a fixed order.
 *
 * <p>Facts may hold text of the host or of the network; the log makes it harmless when it writes.
 * They never hold a token, a secret, a code or an assertion.
 *
 * @param event what happened
 * @param facts key to value, in the order in which they are written
 */
public record Entry(Severity severity, Event event, Map<String, String> facts) {

  public Entry {
    facts = Facts.copyOf(facts);
  }

  public static Entry of(Severity severity, Event event) {
    return new Entry(severity, event, Facts.NONE);
  }

  /** This entry with one more fact, or this entry itself where {@code value} is null. */
  public Entry with(String key, @Nullable String value) {
    return value == null ? this : new Entry(severity, event, Facts.copyOf(facts).with(key, value));
  }
}
