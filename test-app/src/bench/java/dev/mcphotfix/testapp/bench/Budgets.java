package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.bench.request.RequestBench;
import dev.mcphotfix.testapp.world.Jdk;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What the agent may cost, and whether it does; each from one run, on each JDK. */
final class Budgets {
  private static final double MICROSECONDS_PER_MILLISECOND = 1000;

  private final Starts starts;
  private final Requests requests;

  Budgets(Starts starts, Requests requests) {
    this.starts = starts;
    this.requests = requests;
  }

  /** In Markdown. */
  String table() {
    String jdks =
        starts.jdks().stream()
            .map(jdk -> " JDK " + jdk.feature() + " |")
            .collect(Collectors.joining());
    return "| budget | limit |"
        + jdks
        + " |\n|---|---|"
        + "---|".repeat(starts.jdks().size() + 1)
        + starts()
        + requests();
  }

  private String starts() {
    return line("hello, arguments: ms over an empty transformer", 5, this::hello)
        + line(
            "hello, ten servers and rules: × Byteman asleep",
            0.6,
            jdk -> byteman(jdk, Programs.HELLO, Variants.TEN_SERVERS))
        + line(
            "first refresh, JDK's client, arguments: × Byteman",
            1,
            jdk -> byteman(jdk, Programs.OVER_JDK, Variants.ARGUMENTS))
        + line(
            "first refresh, JDK's client, a rule on the same method: × Byteman",
            1,
            jdk -> byteman(jdk, Programs.OVER_JDK, Variants.RULE))
        + line(
            "first refresh, OkHttp, arguments: × Byteman",
            1,
            jdk -> byteman(jdk, Programs.OVER_OKHTTP, Variants.ARGUMENTS))
        + line(
            "first refresh, OkHttp, a rule on the same method: × Byteman",
            1,
            jdk -> byteman(jdk, Programs.OVER_OKHTTP, Variants.RULE))
        + line(
            "memory, nothing hit, arguments: MB over the empty agent",
            1,
            jdk -> starts.memoryOver(jdk, Programs.HELLO, Variants.ARGUMENTS))
        + line(
            "memory, nothing hit, ten servers and rules: MB over the empty agent",
            1,
            jdk -> starts.memoryOver(jdk, Programs.HELLO, Variants.TEN_SERVERS))
        + line(
            "memory after the first hit, JDK's client, arguments: MB over the empty agent",
            25,
            jdk -> starts.memoryOver(jdk, Programs.OVER_JDK, Variants.ARGUMENTS))
        + line(
            "10 000 classes, ten servers and rules: processor µs a class over the empty"
                + " transformer",
            2,
            jdk -> perClass(jdk, Variants.TEN_SERVERS))
        + line(
            "10 000 classes, rules for 10 000 methods: the same",
            2,
            jdk -> perClass(jdk, Variants.MANY_RULES));
  }

  private String requests() {
    return line("untouched GET at a woven client: ns", 500, jdk -> time(jdk, "get"))
        + line("untouched GET at a woven client: bytes", 100, jdk -> bytes(jdk, "get"))
        + line("untouched POST of JSON at a woven client: ns", 500, jdk -> time(jdk, "json"))
        + line("untouched POST of JSON at a woven client: bytes", 100, jdk -> bytes(jdk, "json"))
        + line(
            "a rule's method that is never given a token request: ns",
            500,
            jdk -> time(jdk, "rule"))
        + line("patched request of 1 KB, logged: µs", 50, jdk -> time(jdk, "refresh") / 1000)
        + line(
            "patched request with 10 000 servers and rules: × the same with one",
            1.1,
            this::growth);
  }

  private double hello(Jdk jdk) {
    return starts.over(jdk, Programs.HELLO, Variants.ARGUMENTS)
        - starts.over(jdk, Programs.HELLO, Variants.TRANSFORMER);
  }

  private double byteman(Jdk jdk, String program, String variant) {
    return starts.over(jdk, program, variant) / starts.byteman(jdk, program);
  }

  /** What the loading thread ran more for each class, whatever else the machine did. */
  private double perClass(Jdk jdk, String variant) {
    double milliseconds =
        starts.find(jdk, Programs.MANY, variant).loading()
            - starts.find(jdk, Programs.MANY, Variants.TRANSFORMER).loading();
    return milliseconds * MICROSECONDS_PER_MILLISECOND / Programs.COUNT;
  }

  private double time(Jdk jdk, String benchmark) {
    return requests.nanosecondsOver(jdk.feature(), benchmark);
  }

  private double bytes(Jdk jdk, String benchmark) {
    return requests.bytesOver(jdk.feature(), benchmark);
  }

  private double growth(Jdk jdk) {
    return requests.nanoseconds(jdk.feature(), RequestBench.MOST, "refresh")
        / requests.nanoseconds(jdk.feature(), RequestBench.ONE, "refresh");
  }

  private String line(String name, double limit, ToDoubleFunction<Jdk> figure) {
    List<Double> figures = starts.jdks().stream().map(figure::applyAsDouble).toList();
    String cells =
        figures.stream()
            .map(value -> String.format(Locale.ROOT, " %.2f |", value))
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT, "%n| %s | ≤ %s |%s %s |", name, plain(limit), cells, verdict(figures, limit));
  }

  private static String verdict(List<Double> figures, double limit) {
    if (figures.stream().anyMatch(figure -> figure.isNaN())) {
      return "not measured";
    }
    return figures.stream().allMatch(figure -> figure <= limit) ? "holds" : "**does not hold**";
  }

  private static String plain(double limit) {
    return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
  }
}
