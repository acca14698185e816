package dev.mcphotfix.agent.command.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scan found, to be printed as a configuration or as data. */
public final class ScanResult {

  private final int classes;
  private final Map<Role, List<Candidate>> ranked;
  private final Map<Role, List<Candidate>> chosen;
  private final List<String> problems;

  ScanResult(
      int classes,
      Map<Role, List<Candidate>> ranked,
      Map<Role, List<Candidate>> chosen,
      List<String> problems) {
    this.classes = classes;
    this.ranked = ranked;
    this.chosen = chosen;
    this.problems = problems;
  }

  /** How many classes were read. */
  public int classes() {
    return classes;
  }

  /** What could not be read, one line each. */
  public List<String> problems() {
    return problems;
  }

  /** Whether there is a rule to propose. */
  public boolean hasRules() {
    return chosen.values().stream().anyMatch(candidates -> !candidates.isEmpty());
  }

  /**
   * A whole file for the agent, with what speaks for each rule in comments.
   *
   * @param scanned the paths, for people
   * @param mcpConfig the client's own file with its servers; null where it is to be filled in
   */
  public List<String> configuration(List<String> scanned, @Nullable String mcpConfig) {
    return new ConfigurationText(ranked, chosen, classes).lines(scanned, mcpConfig);
  }

  /** The same as data: maps, lists, texts, numbers and booleans. */
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("classes", classes);
    data.put("problems", problems);
    for (Role role : Role.values()) {
      List<Candidate> candidates = ranked.getOrDefault(role, List.of());
      data.put(role.word(), candidates.stream().map(this::data).toList());
    }
    return data;
  }

  private Map<String, Object> data(Candidate candidate) {
    Map<String, Object> data = new LinkedHashMap<>();
    List<Candidate> proposed = chosen.getOrDefault(candidate.role(), List.of());
    Rule rule = candidate.rule();
    data.put("method", candidate.reference());
    data.put("score", candidate.score());
    data.put("proposed", proposed.contains(candidate));
    data.put("why", new ArrayList<>(candidate.why()));
    if (candidate.library() != null) {
      data.put("library", candidate.library());
    }
    if (rule != null) {
      data.put("rule", rule.members(candidate.role().word()));
    }
    return data;
  }
}
