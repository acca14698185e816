package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Decided;
import dev.mcphotfix.agent.command.log.KeptLine;
import dev.mcphotfix.agent.command.log.LogEntry;
import dev.mcphotfix.agent.command.log.LoggedAnswer;
import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.log.Shared;
import dev.mcphotfix.agent.command.log.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the token requests and records of one or many logs, the same in whatever order
 * their lines are read. Keeps for each JVM its latest lines and its figures. Complete once {@link
 * #end} was called, which is to be called once.
 */
public final class Summary {

  private final Tally servers = new Tally();
  private final Tally reasons = new Tally();
  private final Timeline timeline = new Timeline();
  private final Shared shared = new Shared();
  private final Map<Writer, Source> sources = new HashMap<>();
  private Jvms jvms = new Jvms(List.of());
  private Kinds kinds = Kinds.of(Map.of());
  private long entries;
  private long first = Long.MAX_VALUE;

  /**
   * One more entry, in any order.
   *
   * @param log its name, which stands for the JVM where the entry names none
   */
  public void add(String log, LogEntry entry) {
    entries++;
    first = Math.min(first, entry.time());
    sources
        .computeIfAbsent(Writer.of(log, entry), writer -> new Source(writer, this::settled))
        .add(KeptLine.of(entry, shared));
  }

  /** Nothing more will be added. */
  public void end() {
    Collection<Life> lives = new ArrayList<>();
    sources.values().forEach(source -> lives.addAll(source.end()));
    sources.clear();
    jvms = new Jvms(lives);
    kinds = Kinds.of(jvms.all());
  }

  private void settled(KeptLine line, Decided decided, LoggedAnswer answer, Outcome outcome) {
    reasons.add(decided.reason(), outcome);
    if (!decided.aboutRecord()) {
      servers.add(decided.server(), outcome);
      timeline.add(line.time(), outcome);
    }
  }

  /** How many lines were entries of a log. */
  public long entries() {
    return entries;
  }

  /** When the first entry was written, milliseconds of the epoch; of no use without entries. */
  public long first() {
    return first;
  }

  /** What all JVMs together did. */
  public JvmState all() {
    return jvms.together().all();
  }

  /** Whether somebody should look, by what each JVM did since its latest start. */
  public boolean needsAttention() {
    return jvms.together().needsAttention();
  }

  /** Token requests by server. */
  public Tally servers() {
    return servers;
  }

  /** Requests and records by reason. */
  public Tally reasons() {
    return reasons;
  }

  public Jvms jvms() {
    return jvms;
  }

  public Timeline timeline() {
    return timeline;
  }

  /** What somebody has to do something about, the worst first; so many at most. */
  public List<Kind> problems() {
    return kinds.problems();
  }

  /** The decisions that are in no problem, the most frequent first; so many at most. */
  public List<Kind> otherDecisions() {
    return kinds.others();
  }

  /** How many decisions are in neither, since there are too many kinds of them. */
  public long ungrouped() {
    return all().requests().total() + all().records().total() - kinds.decisions();
  }
}
