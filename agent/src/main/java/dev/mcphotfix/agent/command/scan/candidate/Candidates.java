package dev.mcphotfix.agent.command.scan.candidate;

import dev.mcphotfix.agent.command.scan.application.Application;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The methods of an application that rules may name. */
public final class Candidates {

  private final Map<Role, List<Candidate>> ranked = new EnumMap<>(Role.class);
  private final Map<Role, List<Candidate>> chosen = new EnumMap<>(Role.class);

  private Candidates() {}

  /**
   * Those of an application.
   *
   * @param seen what was seen of it at work
   */
  public static Candidates in(Application application, Seen seen) {
    List<Candidate> found = new ArrayList<>(new TypedFinder(application).find());
    found.addAll(new UntypedFinder(application).find());
    found.addAll(new ConversionFinder(application).find());
    found.addAll(new RefreshFinder(application, List.copyOf(found)).find());
    found.replaceAll(candidate -> seen.weigh(candidate, application));
    Ranking ranking = new Ranking(application);
    Candidates candidates = new Candidates();
    for (Role role : Role.values()) {
      List<Candidate> ranked = ranking.ranked(found, role);
      candidates.ranked.put(role, ranked);
      candidates.chosen.put(role, ranking.chosen(ranked));
    }
    return candidates;
  }

  /** All of a role, the best first. */
  public List<Candidate> ranked(Role role) {
    return ranked.getOrDefault(role, List.of());
  }

  /** Those of a role whose rules are worth having, the best first. */
  public List<Candidate> chosen(Role role) {
    return chosen.getOrDefault(role, List.of());
  }

  /** Those whose rules are worth having, by role. */
  public List<Candidate> chosen() {
    return chosen.values().stream().flatMap(List::stream).toList();
  }
}
