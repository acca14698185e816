package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Decided;
import dev.mcphotfix.agent.command.log.KeptLine;
import dev.mcphotfix.agent.command.log.LoggedAnswer;
import dev.mcphotfix.agent.command.log.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings a decision and the answer to its request together, which are lines apart in the log of one
 * JVM. Waits for the answers to the last 10,000 requests; one that comes later than that counts as
 * not seen.
 */
final class Exchanges {

  /** Is given each decision once. */
  interface Settled {
    void settled(KeptLine line, Decided decided, LoggedAnswer answer, Outcome outcome);
  }

  private static final int MOST = 10_000;

  /** How many requests may be on their way when a log ends, and for how many milliseconds. */
  private static final int MOST_IN_FLIGHT = 5;

  private static final long LONGEST_FLIGHT = 30_000;

  private final Settled settled;
  private final Map<String, Deque<Waiting>> waiting = new LinkedHashMap<>(2);
  private int size;

  private record Waiting(KeptLine line, Decided decided) {

    boolean changed() {
      return decided.changed();
    }
  }

  Exchanges(Settled settled) {
    this.settled = settled;
  }

  /** Two hooks may see one request: an inner one may change what an outer one left alone. */
  void decided(KeptLine line, Decided decided) {
    Waiting next = new Waiting(line, decided);
    Waiting before = last(line.request());
    boolean isSecond = before != null && before.changed() && !next.changed();
    if (decided.aboutRecord() || line.request().isEmpty() || isSecond) {
      settle(next, LoggedAnswer.NONE);
      return;
    }
    if (before != null && !before.changed()) {
      take(line.request());
      if (!next.changed()) {
        settle(before, LoggedAnswer.NONE);
      }
    }
    waiting.computeIfAbsent(line.request(), any -> new ArrayDeque<>(2)).addLast(next);
    size++;
    if (size > MOST) {
      forget();
    }
  }

  /** Of two requests with one number the later is answered first: numbers come again. */
  void answered(KeptLine line) {
    Waiting answered = take(line.request());
    if (answered != null) {
      settle(answered, line.answer());
    } else if (line.decided() != null) {
      settle(new Waiting(line, line.decided()), line.answer());
    }
  }

  /**
   * No more answers will come.
   *
   * @param last when the last line was written, which explains that the latest answers are missing
   */
  void end(long last) {
    List<Waiting> left = new ArrayList<>();
    waiting.values().forEach(left::addAll);
    waiting.clear();
    left.sort(Comparator.comparing(Waiting::line, KeptLine.ORDER).reversed());
    int inFlight = 0;
    for (Waiting each : left) {
      boolean late = each.changed() && each.line().time() >= last - LONGEST_FLIGHT;
      if (late && inFlight < MOST_IN_FLIGHT) {
        inFlight++;
        settled.settled(each.line(), each.decided(), LoggedAnswer.NONE, Outcome.OPEN);
      } else {
        settle(each, LoggedAnswer.NONE);
      }
    }
  }

  private @Nullable Waiting last(String request) {
    Deque<Waiting> same = waiting.get(request);
    return same == null ? null : same.peekLast();
  }

  private @Nullable Waiting take(String request) {
    Deque<Waiting> same = waiting.get(request);
    if (same == null) {
      return null;
    }
    Waiting last = same.removeLast();
    dropped(request, same);
    return last;
  }

  private void forget() {
    Deque<Waiting> same = waiting.values().iterator().next();
    Waiting eldest = same.removeFirst();
    dropped(eldest.line().request(), same);
    settle(eldest, LoggedAnswer.NONE);
  }

  private void dropped(String request, Deque<Waiting> rest) {
    size--;
    if (rest.isEmpty()) {
      waiting.remove(request);
    }
  }

  private void settle(Waiting each, LoggedAnswer answer) {
    settled.settled(each.line(), each.decided(), answer, each.decided().outcome(answer));
  }
}
