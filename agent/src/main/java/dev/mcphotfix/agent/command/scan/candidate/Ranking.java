package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;

/** Orders candidates, the best first, and chooses those whose rules are worth having. */
record Ranking(Application application) {

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing((Candidate candidate) -> candidate.library() != null)
          .thenComparing(candidate -> -candidate.score())
          .thenComparing(candidate -> candidate.method().title())
          .thenComparing(candidate -> candidate.method().descriptor());

  /** What is behind the best by more is something else that happens to fit. */
  private static final int NEAR = 15;

  /** Handling a record and a telling name, or storage, together make this at least. */
  private static final int ENOUGH = 40;

  /** The best first, each method once for each target. */
  List<Candidate> ranked(List<Candidate> candidates, Role role) {
    Map<String, Candidate> ranked = new LinkedHashMap<>();
    candidates.stream()
        .filter(candidate -> candidate.role() == role)
        .sorted(BEST_FIRST)
        .forEach(candidate -> ranked.putIfAbsent(key(candidate), candidate));
    return withoutDoubles(new ArrayList<>(ranked.values()));
  }

  /** Those of a ranked list whose rules go into the configuration. */
  List<Candidate> chosen(List<Candidate> ranked) {
    boolean own = ranked.stream().anyMatch(c -> c.rule() != null && c.library() == null);
    Map<String, Integer> best = new HashMap<>();
    Set<String> rules = new HashSet<>();
    List<Candidate> chosen = new ArrayList<>();
    for (Candidate candidate : ranked) {
      int most = best.computeIfAbsent(candidate.about(), about -> candidate.score());
      boolean likely = candidate.score() >= Math.max(ENOUGH, most - NEAR);
      boolean wanted = candidate.rule() != null && (candidate.library() == null || !own);
      if (likely && wanted && !handsOn(candidate, ranked) && rules.add(key(candidate))) {
        chosen.add(candidate);
      }
    }
    return chosen;
  }

  private static String key(Candidate candidate) {
    Rule rule = candidate.rule();
    return rule == null
        ? candidate.method().asCall().toString()
        : rule.method() + ' ' + rule.target();
  }

  /**
   * An abstract method with one known body is left to that; with several, they are left to it, as a
   * rule on it is for all of them.
   */
  private List<Candidate> withoutDoubles(List<Candidate> candidates) {
    Set<MethodShape.Call> doubles = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.method().is(Opcodes.ACC_ABSTRACT)) {
        List<MethodShape> bodies = application.hierarchy().implementations(candidate.method());
        boolean known = bodies.size() == 1 && contains(candidates, bodies.get(0));
        if (known) {
          doubles.add(candidate.method().asCall());
        } else {
          bodies.forEach(body -> doubles.add(body.asCall()));
        }
      }
    }
    return candidates.stream().filter(c -> !doubles.contains(c.method().asCall())).toList();
  }

  private static boolean contains(List<Candidate> candidates, MethodShape method) {
    return candidates.stream().anyMatch(other -> other.method().equals(method));
  }

  /**
   * Whether another candidate sees the same record anyway: the method that this one calls; or,
   * where that is private, the one that calls it.
   */
  private boolean handsOn(Candidate candidate, List<Candidate> all) {
    for (Candidate other : all) {
      if (other.rule() != null
          && !other.method().equals(candidate.method())
          && other.about().equals(candidate.about())) {
        boolean inner = isInner(other, candidate);
        if (calls(candidate, other)
            ? !inner
            : calls(other, candidate) && isInner(candidate, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean calls(Candidate caller, Candidate called) {
    return application.callers(called.method()).contains(caller.method());
  }

  private static boolean isInner(Candidate inner, Candidate outer) {
    return inner.method().is(Opcodes.ACC_PRIVATE)
        && inner.method().owner().equals(outer.method().owner());
  }
}
