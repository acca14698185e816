package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.report.entry.Decided;
import dev.mcphotfix.agent.command.report.entry.KeptLine;
import dev.mcphotfix.agent.command.report.entry.LogEntry;
import dev.mcphotfix.agent.command.report.entry.LoggedAnswer;
import dev.mcphotfix.agent.command.report.entry.Outcome;
import dev.mcphotfix.agent.command.report.entry.Shared;
import dev.mcphotfix.agent.command.report.entry.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of the token requests and records of one or many logs, the same in whatever order
 * their lines are read. Keeps for each JVM its latest lines and its figures. Complete once {@link
 * #end} was called, which is to be called once.
 */
public final class Summary {

  /**
   * A single decision that somebody should look at.
   *
   * @param time milliseconds of the epoch
   * @param jvm its name
   * @param group the decisions that it is one of
   */
  public record Notable(long time, String jvm, Group group, LoggedAnswer answer) {}

  /**
   * Decisions of one JVM that are alike.
   *
   * @param jvm its name
   */
  public record Row(String jvm, Group group, Group.Span span) {}

  private static final int MOST_ROWS = 2000;
  private static final int MOST_FINDINGS = 100;

  private final Tally servers = new Tally();
  private final Tally reasons = new Tally();
  private final Timeline timeline = new Timeline();
  private final Shared shared = new Shared();
  private final Map<Writer, Source> sources = new HashMap<>();
  private Jvms jvms = new Jvms(List.of());
  private List<Row> rows = List.of();
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
    rows = allRows().limit(MOST_ROWS).toList();
  }

  private void settled(KeptLine line, Decided decided, LoggedAnswer answer, Outcome outcome) {
    reasons.add(decided.reason(), outcome);
    if (!decided.aboutRecord()) {
      servers.add(decided.server(), outcome);
      timeline.add(line.time(), outcome);
    }
  }

  private Stream<Row> allRows() {
    List<Row> all = new ArrayList<>();
    jvms.all()
        .forEach(
            (name, jvm) ->
                jvm.groups().forEach((group, span) -> all.add(new Row(name, group, span))));
    return all.stream()
        .sorted(
            Comparator.comparing((Row row) -> !row.group().outcome().needsAttention())
                .thenComparing(row -> -row.span().count())
                .thenComparing(Row::toString));
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

  /** Those first that somebody should look at, then the most frequent; so many at most. */
  public List<Row> rows() {
    return rows;
  }

  /** How many decisions are in no row, since there are too many kinds of them. */
  public long ungrouped() {
    long decisions = all().requests().total() + all().records().total();
    return decisions - rows.stream().mapToLong(row -> row.span().count()).sum();
  }

  /** The latest since the latest start of each JVM, so many at most. */
  public List<Notable> findings() {
    List<Notable> findings = new ArrayList<>();
    jvms.all()
        .forEach((name, jvm) -> jvm.findings().forEach(finding -> findings.add(finding.of(name))));
    return findings.stream()
        .sorted(Comparator.comparingLong(Notable::time).reversed().thenComparing(Notable::toString))
        .limit(MOST_FINDINGS)
        .toList();
  }
}
