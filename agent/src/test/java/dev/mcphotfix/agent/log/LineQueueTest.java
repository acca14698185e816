package dev.mcphotfix.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.LineQueue.Batch;
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

  @Test
  void hasRoomForAsManyAsHaveArrivedOfABatchThatIsUnderWay() {
    for (int i = 0; i < LineQueue.CAPACITY; i++) {
      offer("early");
    }
    Batch batch = queue.next();
    queue.arrived(batch.first() + 2);

    for (int i = 0; i < 4; i++) {
      offer("late");
    }

    assertThat(batch.lines()).hasSize(LineQueue.CAPACITY);
    assertThat(memory.linesLost()).isOne();
    assertThat(rest())
        .hasSize(LineQueue.CAPACITY + 1)
        .endsWith("early", "late", "late", "late", "mcp-hotfix WARN  lines of log lost count=1");
  }

  @Test
  void letsALineOfABatchBeTakenOverOnce() {
    offer("first");
    offer("second");
    offer("third");
    Batch batch = queue.next();
    queue.arrived(batch.first());

    assertThat(queue.take()).isSameAs(batch.lines().get(1));
    assertThat(queue.has(batch.first() + 1)).isFalse();
    assertThat(queue.has(batch.first() + 2)).isTrue();
    assertThat(queue.next()).isEqualTo(new Batch(batch.first() + 2, batch.lines().subList(2, 3)));
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
