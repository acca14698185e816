package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The decisions of all JVMs, those that are alike as one; the worst problems first, then the most.
 */
final class Kinds {

  private static final int MOST = 2000;
  private static final int MOST_PROBLEMS = 100;

  private static final Comparator<Kind> ORDER =
      Comparator.comparing((Kind kind) -> !kind.isProblem())
          .thenComparing(Kinds::severity, Comparator.reverseOrder())
          .thenComparing(kind -> -kind.span().count())
          .thenComparing(kind -> kind.group().toString())
          .thenComparing(Kind::before);

  private final List<Kind> problems;
  private final List<Kind> others;

  private record Key(Group group, boolean before) {}

  private Kinds(List<Kind> kinds) {
    int shown = (int) kinds.stream().limit(MOST_PROBLEMS).filter(Kind::isProblem).count();
    problems = kinds.subList(0, shown);
    others = kinds.subList(shown, kinds.size());
  }

  static Kinds of(Map<String, Jvm> jvms) {
    Map<Key, Group.Span> spans = new HashMap<>();
    Map<Key, SortedSet<String>> names = new HashMap<>();
    jvms.forEach(
        (name, jvm) -> {
          jvm.latestGroups().forEach((group, span) -> add(spans, names, name, false, group, span));
          jvm.earlierGroups().forEach((group, span) -> add(spans, names, name, true, group, span));
        });
    List<Kind> kinds = new ArrayList<>();
    spans.forEach(
        (key, span) ->
            kinds.add(new Kind(key.group(), key.before(), names.getOrDefault(key, none()), span)));
    return new Kinds(kinds.stream().sorted(ORDER).limit(MOST).toList());
  }

  /** What needs nobody now is the same before and after a start. */
  private static void add(
      Map<Key, Group.Span> spans,
      Map<Key, SortedSet<String>> names,
      String name,
      boolean before,
      Group group,
      Group.Span span) {
    Key key = new Key(group, before && group.outcome().needsAttention());
    spans.merge(key, span, Group.Span::and);
    names.computeIfAbsent(key, any -> new TreeSet<>()).add(name);
  }

  private static SortedSet<String> none() {
    return new TreeSet<>();
  }

  private static Outcome severity(Kind kind) {
    return kind.isProblem() ? kind.group().outcome() : Outcome.HEALED;
  }

  /** What somebody has to do something about, the worst first; so many at most. */
  List<Kind> problems() {
    return problems;
  }

  /** All others; so many at most. */
  List<Kind> others() {
    return others;
  }

  /** How many decisions are in these. */
  long decisions() {
    return count(problems) + count(others);
  }

  private static long count(List<Kind> kinds) {
    return kinds.stream().mapToLong(kind -> kind.span().count()).sum();
  }
}
