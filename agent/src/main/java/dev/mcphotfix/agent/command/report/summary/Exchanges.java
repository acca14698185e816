package dev.mcphotfix.agent.command.report.summary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a decision and the answer to its request together, which are lines apart. Waits for the
 * answers to the last 10,000 requests; one that comes later than that counts as not seen.
 */
final class Exchanges {

  private static final int MOST = 10_000;

  private final BiConsumer<Decided, LoggedAnswer> settled;
  private final Map<String, Decided> waiting = new LinkedHashMap<>();

  /**
   * @param settled is given each decision once
   */
  Exchanges(BiConsumer<Decided, LoggedAnswer> settled) {
    this.settled = settled;
  }

  void decided(Decided decided, @Nullable String request) {
    if (decided.aboutRecord() || request == null) {
      settled.accept(decided, LoggedAnswer.NONE);
      return;
    }
    Decided before = waiting.remove(key(decided.instance(), request));
    if (before != null && !isSameRequest(before, decided)) {
      settled.accept(before, LoggedAnswer.NONE);
    }
    waiting.put(key(decided.instance(), request), decided);
    if (waiting.size() > MOST) {
      settle(waiting.keySet().iterator().next(), LoggedAnswer.NONE);
    }
  }

  /**
   * Numbers come again after 65,536 requests; an inner hook may change what an outer left alone.
   */
  private static boolean isSameRequest(Decided before, Decided decided) {
    return !before.changed() && decided.changed();
  }

  void answered(String instance, @Nullable String request, LoggedAnswer answer) {
    if (request != null) {
      settle(key(instance, request), answer);
    }
  }

  /** No more answers will come. */
  void end() {
    waiting.values().forEach(decided -> settled.accept(decided, LoggedAnswer.NONE));
    waiting.clear();
  }

  private void settle(String key, LoggedAnswer answer) {
    Decided decided = waiting.remove(key);
    if (decided != null) {
      settled.accept(decided, answer);
    }
  }

  private static String key(String instance, String request) {
    return Shown.name(request) + ' ' + instance;
  }
}
