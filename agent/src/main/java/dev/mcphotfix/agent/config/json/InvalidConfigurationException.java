package dev.mcphotfix.agent.config.json;

import java.util.List;

/**
 * The configuration cannot be used. Each problem is one line that says where it is, what was
 * expected and, where there is one, the nearest right spelling; none holds a secret.
 */
public final class InvalidConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param problems as {@link #problems} says; not empty
   */
  public InvalidConfigurationException(List<String> problems) {
    super(summary(problems));
    this.problems = List.copyOf(problems);
  }

  /** All that was found, up to ten, in the order in which it was found; never empty. */
  public List<String> problems() {
    return problems;
  }

  private static String summary(List<String> problems) {
    int more = problems.size() - 1;
    return more == 0 ? problems.get(0) : problems.get(0) + " (and " + more + " more)";
  }
}
