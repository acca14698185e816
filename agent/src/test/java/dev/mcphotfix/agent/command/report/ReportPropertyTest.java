package dev.mcphotfix.agent.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.log.LogReader;
import dev.mcphotfix.agent.command.log.Logs;
import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.report.summary.Summary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What {@code report --json} says of logs, however their lines are mixed and split into files. */
class ReportPropertyTest {

  private static final Outcome[] ENDS = {
    Outcome.HEALED,
    Outcome.REFUSED,
    Outcome.UNPROVEN,
    Outcome.UNANSWERED,
    Outcome.LEFT_ALONE,
    Outcome.ATTENTION
  };

  @Property(tries = 100)
  void saysTheSameForAnyInterleavingAndAnySplitting(
      @ForAll("lives") List<List<Outcome>> lives,
      @ForAll @IntRange(min = 1, max = 9) int files,
      @ForAll Random random) {
    holds(lives, files, random);
  }

  @Example
  void saysTheSameFor2500Lives(@ForAll Random random) {
    List<List<Outcome>> lives = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      lives.add(List.of(ENDS[random.nextInt(ENDS.length)], ENDS[random.nextInt(ENDS.length)]));
    }

    holds(lives, 7, random);
  }

  @Provide
  Arbitrary<List<List<Outcome>>> lives() {
    Arbitrary<Outcome> outcomes = Arbitraries.of(ENDS);
    return outcomes.list().ofMaxSize(6).list().ofMinSize(1).ofMaxSize(40);
  }

  private static void holds(List<List<Outcome>> lives, int files, Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < lives.size(); i++) {
      lines.addAll(log(i, lives.size() > 40 ? 1900 : 5, lives.get(i)));
    }
    Map<String, Object> inOrder = json(lines, 1, random);
    Collections.shuffle(lines, random);

    Map<String, Object> mixed = json(lines, files, random);

    assertThat(mixed).isEqualTo(inOrder);
    assertThat(mixed.get("requests")).isEqualTo(counts(lives));
    assertThat(inInstances(mixed)).isEqualTo(counts(lives));
    assertThat(mixed).containsEntry("entries", (long) lines.size()).containsEntry("badLines", 0L);
  }

  /** Lives of a few names, some beside each other and some after each other. */
  private static List<String> log(int life, int hosts, List<Outcome> outcomes) {
    Logs log = new Logs("host-" + life % hosts, "start-" + life);
    log.after(Duration.ofMinutes(7L * (life / 3))).started();
    for (int i = 0; i < outcomes.size(); i++) {
      String request = "000" + i;
      switch (outcomes.get(i)) {
        case HEALED -> log.added(request).answered(request, 200);
        case REFUSED -> (i % 2 == 0 ? log.added(request) : log).answered(request, 400);
        case UNPROVEN ->
            log.added(request)
                .entry("INFO", "token response", "status=200", "advice=x", "request=" + request);
        case UNANSWERED -> log.added(request);
        case ATTENTION ->
            log.entry("WARN", "left alone", "reason=ambiguous-server", "request=" + request);
        default -> log.entry("DEBUG", "left alone", "reason=not-post", "request=" + request);
      }
    }
    return log.entry("INFO", "hook woven", "hook=jdk").lines();
  }

  private static Map<String, Object> json(List<String> lines, int files, Random random) {
    List<StringBuilder> logs = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      logs.add(new StringBuilder());
    }
    for (String line : lines) {
      logs.get(random.nextInt(files)).append(line).append('\n');
    }
    Summary summary = new Summary();
    LogReader reader = new LogReader(summary::add);
    for (int i = 0; i < files; i++) {
      Logs.read(reader, "log-" + i, logs.get(i).toString());
    }
    summary.end();
    return SummaryJson.of(summary, reader, 1);
  }

  private static Map<String, Object> counts(List<List<Outcome>> lives) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    for (List<Outcome> life : lives) {
      life.forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
    }
    return named(counts);
  }

  /** The sum over the JVMs that are shown, of which the last may stand for many. */
  private static Map<String, Object> inInstances(Map<String, Object> json) {
    Map<Outcome, Long> sums = new EnumMap<>(Outcome.class);
    for (Object instance : members(json.get("instances")).values()) {
      add(sums, members(members(instance).get("requests")));
      add(sums, members(members(members(instance).get("before")).get("requests")));
    }
    return named(sums);
  }

  private static void add(Map<Outcome, Long> sums, Map<?, ?> counts) {
    for (Outcome outcome : Outcome.values()) {
      if (counts.get(name(outcome)) instanceof Long count) {
        sums.merge(outcome, count, Long::sum);
      }
    }
  }

  private static Map<String, Object> named(Map<Outcome, Long> counts) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      named.put(name(outcome), counts.getOrDefault(outcome, 0L));
    }
    return named;
  }

  private static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static Map<?, ?> members(@Nullable Object object) {
    return object instanceof Map<?, ?> members ? members : Map.of();
  }
}
