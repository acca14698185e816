package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Decided;
import dev.mcphotfix.agent.command.log.KeptLine;
import dev.mcphotfix.agent.command.log.LoggedAnswer;
import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.log.Writer;
import dev.mcphotfix.agent.oauth.decision.LeastRecentlyUsed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** A JVM from one start of the agent to its end, as its lines tell in the order of time. */
final class Life {

  /** The order in which the lives of JVMs with one name began. */
  static final Comparator<Life> ORDER =
      Comparator.comparingLong(Life::first)
          .thenComparingLong(life -> life.state().last())
          .thenComparing(life -> life.writer().instance());

  private static final int MOST_GROUPS = 2000;

  /** A diagnosis follows the answer at once. */
  private static final int MOST_COUNTED = 50;

  private final Writer writer;
  private final Exchanges.Settled settled;
  private final JvmState state = new JvmState();
  private final Exchanges exchanges = new Exchanges(this::settled);
  private final Map<Group, Group.Span> groups = new HashMap<>(4);
  private final Map<String, Boolean> counted = new LeastRecentlyUsed<>(MOST_COUNTED);
  private long first = Long.MAX_VALUE;

  /**
   * @param settled is told, too
   */
  Life(Writer writer, Exchanges.Settled settled) {
    this.writer = writer;
    this.settled = settled;
  }

  void add(KeptLine line) {
    first = Math.min(first, line.time());
    state.add(line);
    if (line.isAnswer()) {
      exchanges.answered(line);
    } else if (line.decided() != null && !isCounted(line.decided(), line.request())) {
      exchanges.decided(line, line.decided());
    }
    if (line.countsRequest()) {
      counted.put(line.request(), true);
    }
  }

  /** A conversation has failed whose request is among the figures already. */
  private boolean isCounted(Decided decided, String request) {
    return decided.isDiagnosis() && counted.containsKey(request);
  }

  void end() {
    exchanges.end(state.last());
  }

  private void settled(KeptLine line, Decided decided, LoggedAnswer answer, Outcome outcome) {
    settled.settled(line, decided, answer, outcome);
    state.add(decided.aboutRecord(), outcome);
    Group group = Group.of(decided, answer, outcome);
    int most = outcome.needsAttention() ? 2 * MOST_GROUPS : MOST_GROUPS;
    if (groups.size() < most || groups.containsKey(group)) {
      groups.merge(group, Group.Span.at(line.time()), Group.Span::and);
    }
  }

  Writer writer() {
    return writer;
  }

  JvmState state() {
    return state;
  }

  /** When it wrote its first line, milliseconds of the epoch. */
  long first() {
    return first;
  }

  /** What was decided; of too many kinds some are missing, the healthy first. */
  Map<Group, Group.Span> groups() {
    return groups;
  }

  boolean isEmpty() {
    return first == Long.MAX_VALUE;
  }
}
