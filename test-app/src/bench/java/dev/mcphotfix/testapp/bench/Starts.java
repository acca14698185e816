package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.world.Jdk;
import java.util.List;
import java.util.NoSuchElementException;

/** Finds what was measured. */
final class Starts {
  private final List<Measurement> all;

  Starts(List<Measurement> all) {
    this.all = List.copyOf(all);
  }

  List<Measurement> all() {
    return all;
  }

  List<Jdk> jdks() {
    return all.stream().map(Measurement::jdk).distinct().toList();
  }

  List<String> programs() {
    return all.stream().map(measurement -> measurement.program().name()).distinct().toList();
  }

  List<String> variants(String program) {
    return all.stream()
        .filter(measurement -> measurement.program().name().equals(program))
        .map(measurement -> measurement.variant().name())
        .distinct()
        .toList();
  }

  Samples find(Jdk jdk, String program, String variant) {
    return all.stream()
        .filter(measurement -> measurement.jdk().equals(jdk))
        .filter(measurement -> measurement.program().name().equals(program))
        .filter(measurement -> measurement.variant().name().equals(variant))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(program + ", " + variant))
        .samples();
  }

  /** Milliseconds over no agent; a difference of medians. */
  double over(Jdk jdk, String program, String variant) {
    return find(jdk, program, variant).time() - find(jdk, program, Variants.NONE).time();
  }

  /** MB over the empty agent; a difference of medians. */
  double memoryOver(Jdk jdk, String program, String variant) {
    return find(jdk, program, variant).peak() - find(jdk, program, Variants.EMPTY).peak();
  }

  /** What Byteman adds: its rule on the method where there is one, else its rule asleep. */
  double byteman(Jdk jdk, String program) {
    boolean isWoven = variants(program).contains(Variants.BYTEMAN);
    return over(jdk, program, isWoven ? Variants.BYTEMAN : Variants.ASLEEP);
  }
}
