package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.bench.request.RequestBench;
import dev.mcphotfix.testapp.bench.request.RequestResult;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What single requests cost; medians of the forks. */
final class Requests {
  private final List<RequestResult> results;

  Requests(List<RequestResult> results) {
    this.results = List.copyOf(results);
  }

  List<RequestResult> all() {
    return results;
  }

  List<Integer> features() {
    return results.stream().map(RequestResult::feature).distinct().toList();
  }

  double nanoseconds(int feature, String variant, String benchmark) {
    return median(feature, variant, benchmark, RequestResult::nanoseconds);
  }

  /** What the agent with one server takes more than there is without it. */
  double nanosecondsOver(int feature, String benchmark) {
    return nanoseconds(feature, RequestBench.ONE, benchmark)
        - nanoseconds(feature, RequestBench.NONE, benchmark);
  }

  /** What the agent with one server allocates more than there is without it. */
  double bytesOver(int feature, String benchmark) {
    return bytes(feature, RequestBench.ONE, benchmark)
        - bytes(feature, RequestBench.NONE, benchmark);
  }

  /** In Markdown. */
  String table() {
    StringBuilder text = new StringBuilder("| request | agent |");
    StringBuilder line = new StringBuilder("\n|---|---|");
    for (int feature : features()) {
      text.append(" JDK ").append(feature).append(": ns | bytes |");
      line.append("---|---|");
    }
    text.append(line);
    results.stream()
        .map(result -> List.of(result.benchmark(), result.variant()))
        .distinct()
        .sorted((left, right) -> left.get(0).compareTo(right.get(0)))
        .forEach(row -> append(text, row.get(0), row.get(1)));
    return text.append('\n').toString();
  }

  private void append(StringBuilder text, String benchmark, String variant) {
    text.append("\n| ").append(benchmark).append(" | ").append(variant).append(" |");
    for (int feature : features()) {
      text.append(
          String.format(
              Locale.ROOT,
              " %.0f | %.0f |",
              nanoseconds(feature, variant, benchmark),
              bytes(feature, variant, benchmark)));
    }
  }

  private double bytes(int feature, String variant, String benchmark) {
    return median(feature, variant, benchmark, RequestResult::bytes);
  }

  private double median(
      int feature, String variant, String benchmark, ToDoubleFunction<RequestResult> value) {
    return Samples.median(
        results.stream()
            .filter(result -> result.feature() == feature)
            .filter(result -> result.variant().equals(variant))
            .filter(result -> result.benchmark().equals(benchmark))
            .map(value::applyAsDouble)
            .toList());
  }
}
