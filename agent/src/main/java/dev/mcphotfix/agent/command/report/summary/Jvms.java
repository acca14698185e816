package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JVMs that have lived the lives of the logs. Of lives with one name, one that begins after
 * another has ended is the same JVM, started again; those that overlap are JVMs beside each other.
 */
public final class Jvms {

  private static final int MOST_SHOWN = 1000;

  private final Map<String, Jvm> jvms = new LinkedHashMap<>();
  private final Jvm together;

  Jvms(Collection<Life> lives) {
    Map<String, Jvm> named = named(lives);
    Comparator<Map.Entry<String, Jvm>> worstFirst =
        Comparator.comparing(jvm -> !jvm.getValue().needsAttention());
    named.entrySet().stream()
        .sorted(worstFirst.thenComparing(Map.Entry.comparingByKey()))
        .forEach(jvm -> jvms.put(jvm.getKey(), jvm.getValue()));
    together = Jvm.together(jvms.values());
  }

  /** By what is shown for a name, and a number where that is shown for more than one. */
  private static Map<String, Jvm> named(Collection<Life> lives) {
    Map<String, Jvm> named = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (List<Life> jvm : told(lives)) {
      String name = jvm.get(0).writer().name().shown();
      String unique = name;
      while (named.containsKey(unique)) {
        unique = name + " #" + numbers.merge(name, 1, (last, one) -> last + one);
      }
      numbers.putIfAbsent(name, 1);
      named.put(unique, Jvm.of(jvm));
    }
    return named;
  }

  private static List<List<Life>> told(Collection<Life> lives) {
    Map<Writer.Name, List<Life>> byName = new TreeMap<>(Writer.Name.ORDER);
    for (Life life : lives) {
      byName.computeIfAbsent(life.writer().name(), any -> new ArrayList<>(1)).add(life);
    }
    List<List<Life>> jvms = new ArrayList<>();
    byName.values().forEach(same -> jvms.addAll(following(same)));
    return jvms;
  }

  /** Each life goes to the JVM of that name that has ended last before it began. */
  private static List<List<Life>> following(List<Life> lives) {
    lives.sort(Life.ORDER);
    List<List<Life>> jvms = new ArrayList<>(1);
    TreeMap<Long, Deque<List<Life>>> byEnd = new TreeMap<>();
    for (Life life : lives) {
      Map.Entry<Long, Deque<List<Life>>> ended = byEnd.floorEntry(life.first());
      List<Life> jvm;
      if (ended == null) {
        jvm = new ArrayList<>(1);
        jvms.add(jvm);
      } else {
        jvm = ended.getValue().removeFirst();
        if (ended.getValue().isEmpty()) {
          byEnd.remove(ended.getKey());
        }
      }
      jvm.add(life);
      byEnd.computeIfAbsent(life.state().last(), any -> new ArrayDeque<>(2)).addLast(jvm);
    }
    return jvms;
  }

  /** Those with problems first, then by name; so many at most, and the others as one. */
  public Map<String, Jvm> shown() {
    return Bounded.shown(jvms, MOST_SHOWN, Jvm::together);
  }

  /** All of them, in the same order. */
  Map<String, Jvm> all() {
    return jvms;
  }

  /** All their figures. */
  public Jvm together() {
    return together;
  }

  public int size() {
    return jvms.size();
  }

  /** How many have problems. */
  public long needingAttention() {
    return jvms.values().stream().filter(Jvm::needsAttention).count();
  }

  /** How many run without hooks. */
  public long broken() {
    return jvms.values().stream().filter(jvm -> jvm.latest().isBroken()).count();
  }

  /** Which these are, so many at most. */
  public List<String> brokenNames() {
    return jvms.entrySet().stream()
        .filter(jvm -> jvm.getValue().latest().isBroken())
        .map(Map.Entry::getKey)
        .limit(MOST_SHOWN)
        .toList();
  }
}
