package dev.mcphotfix.agent.command.check;

import dev.mcphotfix.agent.hook.Likeness;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the class that a rule probably means. */
final class NearestClass {

  private static final int MOST = 3;

  private NearestClass() {}

  /**
   * What to say of a class that is not there.
   *
   * @param missing internal name, as are {@code classNames}
   */
  static String instead(String missing, Collection<String> classNames) {
    String name = simpleName(missing);
    int most = Math.max(1, name.length() / 3);
    List<String> near =
        classNames.stream()
            .filter(other -> Likeness.distance(name, simpleName(other)) <= most)
            .sorted(
                Comparator.<String>comparingInt(o -> Likeness.distance(name, simpleName(o)))
                    .thenComparingInt(o -> Likeness.distance(missing, o)))
            .limit(MOST)
            .map(other -> other.replace('/', '.'))
            .toList();
    return "not in the class path"
        + (near.isEmpty() ? "" : "; the nearest there: " + String.join(" ", near));
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('/') + 1);
  }
}
