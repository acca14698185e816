package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.log.Notice;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * What became of the token requests and records of one or many logs. Takes bounded memory, however
 * much is added. Complete once {@link #end} was called.
 */
public final class Summary {

  /**
   * A single decision that somebody should look at.
   *
   * @param time milliseconds of the epoch
   * @param group the decisions that it is one of
   */
  public record Notable(long time, Group group, LoggedAnswer answer) {}

  private static final int MOST_INSTANCES = 1000;
  private static final int MOST_GROUPS = 2000;
  private static final int MOST_FINDINGS = 100;

  private final JvmState all = new JvmState();
  private final Tally servers = new Tally();
  private final Tally reasons = new Tally();
  private final Timeline timeline = new Timeline();
  private final Map<String, JvmState> instances = new TreeMap<>();
  private final Map<Group, Group.Span> groups = new HashMap<>();
  private final PriorityQueue<Notable> findings =
      new PriorityQueue<>(Comparator.comparingLong(Notable::time));
  private final Exchanges exchanges = new Exchanges(this::settled);
  private long entries;
  private long first = Long.MAX_VALUE;
  private long ungrouped;

  /**
   * @param log its name, which stands for the JVM where the entry names none
   */
  void add(String log, LogEntry entry) {
    entries++;
    first = Math.min(first, entry.time());
    all.add(entry);
    String instance = instance(log, entry);
    instances.computeIfAbsent(instance, any -> new JvmState()).add(entry);
    Decided decided = Decided.of(instance, entry);
    if (decided != null) {
      exchanges.decided(decided, entry.text("request"));
    } else if (entry.event() == Notice.TOKEN_RESPONSE) {
      exchanges.answered(instance, entry.text("request"), LoggedAnswer.of(entry));
    }
  }

  /** Nothing more will be added. */
  public void end() {
    exchanges.end();
  }

  private String instance(String log, LogEntry entry) {
    String host = entry.text("host");
    String process = entry.text("pid") == null ? "" : ' ' + Shown.name(entry.text("pid"));
    String name = Shown.name(host == null ? log : host) + process;
    boolean room = instances.size() < MOST_INSTANCES || instances.containsKey(name);
    return room ? name : Tally.MORE;
  }

  private void settled(Decided decided, LoggedAnswer answer) {
    Group group = Group.of(decided, answer);
    Outcome outcome = group.outcome();
    all.add(decided.aboutRecord(), outcome);
    JvmState instance = instances.get(decided.instance());
    if (instance != null) {
      instance.add(decided.aboutRecord(), outcome);
    }
    reasons.add(decided.reason(), outcome);
    if (!decided.aboutRecord()) {
      servers.add(decided.server(), outcome);
      timeline.add(decided.time(), outcome);
    }
    group(group, decided.time());
    if (outcome.needsAttention()) {
      find(new Notable(decided.time(), group, answer));
    }
  }

  private void group(Group group, long time) {
    if (groups.size() < MOST_GROUPS || groups.containsKey(group)) {
      groups.merge(group, new Group.Span(1, time), Group.Span::and);
    } else {
      ungrouped++;
    }
  }

  private void find(Notable finding) {
    findings.add(finding);
    if (findings.size() > MOST_FINDINGS) {
      findings.remove();
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
    return all;
  }

  /** Token requests by server. */
  public Tally servers() {
    return servers;
  }

  /** Requests and records by reason. */
  public Tally reasons() {
    return reasons;
  }

  /** By host and process id, as far as the logs name them. */
  public Map<String, JvmState> instances() {
    return Collections.unmodifiableMap(instances);
  }

  public Timeline timeline() {
    return timeline;
  }

  /** The most frequent first. */
  public List<Map.Entry<Group, Group.Span>> groups() {
    return groups.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Group, Group.Span> group) -> -group.getValue().count())
                .thenComparing(group -> group.getKey().toString()))
        .toList();
  }

  /** How many decisions are in no group, since there are too many kinds of them. */
  public long ungrouped() {
    return ungrouped;
  }

  /** The latest first. */
  public List<Notable> findings() {
    return findings.stream().sorted(Comparator.comparingLong(Notable::time).reversed()).toList();
  }
}
