package dev.mcphotfix.testapp.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the runs of one program in one variant on one JDK came to. */
final class Samples {
  private static final double KB_PER_MB = 1024;
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  private final List<Double> times = new ArrayList<>();
  private final List<Double> loadings = new ArrayList<>();
  private final List<Double> peaks = new ArrayList<>();
  private int classes;

  /**
   * @param milliseconds from the start of the process to its end
   * @param peak its most memory in kB; 0 where that is not known
   */
  void add(double milliseconds, double peak) {
    times.add(milliseconds);
    peaks.add(peak / KB_PER_MB);
  }

  /**
   * @param nanoseconds for which a program's thread ran to load its classes
   */
  void addLoading(long nanoseconds) {
    loadings.add(nanoseconds / NANOSECONDS_PER_MILLISECOND);
  }

  void setClasses(int count) {
    classes = count;
  }

  /** The median, in milliseconds. */
  double time() {
    return median(times);
  }

  /** The median of what the loading of classes alone took; not a number where that is not told. */
  double loading() {
    return median(loadings);
  }

  /** The shortest, in milliseconds. */
  double shortest() {
    return times.stream().mapToDouble(Double::doubleValue).min().orElse(0);
  }

  /** The longest, in milliseconds. */
  double longest() {
    return times.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** The median of the most memory, in MB. */
  double peak() {
    return median(peaks);
  }

  /** How many classes a run loads, counted in one that is not timed. */
  int classes() {
    return classes;
  }

  /** Not a number where nothing was measured. */
  static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
        .average()
        .orElse(0);
  }
}
