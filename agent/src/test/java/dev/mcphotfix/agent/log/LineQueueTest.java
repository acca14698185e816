package dev.mcphotfix.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineQueueTest {

  private final LogMemory memory = new LogMemory();
  private final LineQueue queue = new LineQueue(new TextFormat(), memory);

  @Test
  void saysBetweenTheOthersHowManyFoundNoRoom() {
    for (int i = 0; i < LineQueue.CAPACITY + 7; i++) {
      offer("early");
    }
    queue.take();
    offer("late");

    List<String> rest = rest();
    assertThat(rest)
        .hasSize(LineQueue.CAPACITY + 1)
        .endsWith("early", "mcp-hotfix WARN  lines of log lost count=7", "late");
    assertThat(memory.linesLost()).isEqualTo(7);
  }

  @Test
  void asksForSomebodyToTakeLinesOnce() {
    assertThat(offer("first")).isTrue();
    assertThat(offer("second")).isFalse();
    assertThat(rest()).containsExactly("first", "second");
  }

  private boolean offer(String text) {
    return queue.offer(new Line(Severity.INFO, text));
  }

  private List<String> rest() {
    List<String> rest = new ArrayList<>();
    for (Line line = queue.take(); line != null; line = queue.take()) {
      rest.add(line.text());
    }
    return rest;
  }
}
