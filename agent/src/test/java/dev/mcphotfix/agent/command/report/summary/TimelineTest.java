package dev.mcphotfix.agent.command.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.log.Logs;
import dev.mcphotfix.agent.command.log.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private final Timeline timeline = new Timeline();

  @Test
  void hasEmptyStepsBetweenOthers() {
    long start = Logs.START.toEpochMilli();

    timeline.add(start + Duration.ofMinutes(2).toMillis(), Outcome.HEALED);
    timeline.add(start, Outcome.REFUSED);

    List<Timeline.Step> steps = timeline.steps();
    assertThat(timeline.width()).isEqualTo(Duration.ofMinutes(1));
    assertThat(steps).extracting(Timeline.Step::start).first().isEqualTo(start);
    assertThat(steps).extracting(step -> step.counts().total()).containsExactly(1L, 0L, 1L);
  }

  @Test
  void widensItsStepsAndLosesNothing() {
    long start = Logs.START.toEpochMilli();

    for (int hour = 0; hour < 24 * 365; hour++) {
      timeline.add(start + Duration.ofHours(hour).toMillis(), Outcome.HEALED);
    }

    assertThat(timeline.steps()).hasSizeBetween(30, 72);
    assertThat(timeline.steps().stream().mapToLong(step -> step.counts().total()).sum())
        .isEqualTo(24 * 365);
  }
}
