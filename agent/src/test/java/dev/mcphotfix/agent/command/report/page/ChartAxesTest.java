package dev.mcphotfix.agent.command.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.log.Logs;
import dev.mcphotfix.agent.command.report.summary.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers beside a chart and the times below it. */
class ChartAxesTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "4, 1, 4", "5, 2, 6", "17, 5, 20", "33, 10, 40", "900, 500, 1000"})
  void countsInRoundStepsUpToTheMost(long most, long step, long top) {
    assertThat(CountAxis.to(most)).isEqualTo(new CountAxis(step, top));
  }

  @Test
  void countsFromNoneToTheTop() {
    assertThat(CountAxis.to(33).ticks()).containsExactly(0L, 10L, 20L, 30L, 40L);
  }

  @Test
  void namesRoundTimesOfOneDayByTheClock() {
    assertThat(labels("2026-01-31T12:00:00Z", 5))
        .startsWith("12:00")
        .contains("13:00")
        .doesNotContain("12:05")
        .hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void namesTheDayWhereThereAreTwo() {
    assertThat(labels("2026-01-31T22:00:00Z", 60)).contains("02-01 00:00");
  }

  @Test
  void namesDaysWhereAStepIsADay() {
    assertThat(labels("2026-01-31T22:00:00Z", 24 * 60))
        .isNotEmpty()
        .allMatch(x -> x.length() == 10);
  }

  private static List<String> labels(String from, int minutes) {
    Logs log = new Logs("a").at(Instant.parse(from));
    for (int i = 0; i < 40; i++) {
      log.added("0001").after(Duration.ofMinutes(minutes - 1L));
    }
    Timeline timeline = Logs.summary(log).timeline();
    TimeAxis axis = TimeAxis.of(timeline.steps(), timeline.width());
    return IntStream.range(0, timeline.steps().size())
        .mapToObj(axis::label)
        .filter(label -> !label.isEmpty())
        .toList();
  }
}
