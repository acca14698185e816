package dev.mcphotfix.testapp.attach;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts what became of requests in each phase of a run. One that begins in a phase and ends in
 * another one belongs to neither, as nobody can say what should have become of it; only that it
 * should have come through.
 */
final class Phases {

  private static final long LIMIT = TimeUnit.SECONDS.toNanos(60);

  private final Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
  private String phase = "none";
  private int counted;

  synchronized String current() {
    return phase;
  }

  synchronized void begin(String next) {
    phase = next;
    counted = 0;
  }

  synchronized void count(String began, String outcome) {
    String counter = began.equals(phase) ? phase : "between";
    outcomes.computeIfAbsent(counter, name -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
    counted += began.equals(phase) ? 1 : 0;
    notifyAll();
  }

  /** Until that many requests have been counted in this phase. */
  synchronized void await(int number) throws InterruptedException {
    long end = System.nanoTime() + LIMIT;
    while (counted < number && System.nanoTime() < end) {
      wait(TimeUnit.NANOSECONDS.toMillis(LIMIT));
    }
  }

  /** A line for each phase, {@code attached {200=57}}. */
  synchronized void print() {
    outcomes.forEach((name, counts) -> System.out.println(name + ' ' + counts));
  }
}
