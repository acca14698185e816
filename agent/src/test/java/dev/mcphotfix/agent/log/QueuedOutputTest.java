package dev.mcphotfix.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QueuedOutputTest {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> stderr = new CopyOnWriteArrayList<>();
  private final LogMemory memory = new LogMemory();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private Runnable before = () -> {};
  private final QueuedOutput output =
      new QueuedOutput(
          new TextFormat(),
          memory,
          line -> {
            before.run();
            lines.add(line.text());
          },
          line -> stderr.add(line.text()));

  @AfterEach
  void release() {
    release.countDown();
    output.close();
  }

  @Test
  void keepsTheOrder() {
    write(0, 500);
    output.close();

    assertThat(lines).isEqualTo(numbers(0, 500));
    assertThat(stderr).isEmpty();
  }

  @Test
  void keepsTheOrderOfEachOfManyThreadsAndCountsWhatItLoses() throws Exception {
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int from = i * 10_000;
      writers.add(new Thread(() -> write(from, from + 2_000)));
    }
    writers.forEach(Thread::start);
    for (Thread writer : writers) {
      writer.join();
    }
    output.close();

    List<Integer> written =
        lines.stream().filter(line -> !line.contains("lost")).map(Integer::valueOf).toList();
    assertThat(written).doesNotHaveDuplicates();
    assertThat(written.size() + memory.linesLost()).isEqualTo(8_000);
    for (int i = 0; i < 4; i++) {
      int thread = i;
      assertThat(written.stream().filter(number -> number / 10_000 == thread).toList()).isSorted();
    }
  }

  @Test
  void restsWhenNoLineFollowsAndNotBetweenThoseThatWait() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    CountDownLatch rested = new CountDownLatch(2);
    QueuedOutput resting =
        new QueuedOutput(
            new TextFormat(),
            memory,
            new LineOutput() {
              @Override
              public void write(Line line) {
                told.add(line.text());
                if (told.size() == 1) {
                  hang(line);
                }
              }

              @Override
              public void rest() {
                told.add("rest");
                rested.countDown();
              }
            },
            line -> stderr.add(line.text()));
    resting.write(line(0));
    reached.await();
    resting.write(line(1));
    resting.write(line(2));
    release.countDown();
    boolean ended = rested.await(10, TimeUnit.SECONDS);
    resting.close();

    assertThat(ended).isTrue();
    assertThat(told).containsExactly("0", "rest", "1", "2", "rest");
  }

  @Test
  void writesOnAThreadOfItsOwn() {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    before = () -> threads.add(Thread.currentThread());
    write(0, 1);
    output.close();

    assertThat(threads).singleElement().isNotSameAs(Thread.currentThread());
    assertThat(threads.get(0).getContextClassLoader()).isNull();
    assertThat(threads.get(0).isDaemon()).isTrue();
    assertThat(threads.get(0).isAlive()).isFalse();
  }

  @Test
  void neverWaitsForASlowOutputAndTellsWhatWasLostInItsPlace() throws Exception {
    stick();
    write(1, LineQueue.CAPACITY + 7);
    release.countDown();
    output.flush();
    write(2_000, 2_001);
    output.close();

    List<String> expected = numbers(0, LineQueue.CAPACITY);
    expected.add("mcp-hotfix WARN  lines of log lost count=7");
    expected.add("2000");
    assertThat(lines).isEqualTo(expected);
    assertThat(memory.linesLost()).isEqualTo(7);
  }

  @Test
  void tellsWhatWasLostWhereNothingFollows() throws Exception {
    stick();
    write(1, LineQueue.CAPACITY + 1);
    release.countDown();
    output.close();

    assertThat(lines).endsWith("999", "mcp-hotfix WARN  lines of log lost count=1");
  }

  @Test
  void tellsOfNoLossWhereAllFound() throws Exception {
    stick();
    write(1, LineQueue.CAPACITY);
    release.countDown();
    output.close();

    assertThat(lines).isEqualTo(numbers(0, LineQueue.CAPACITY));
    assertThat(memory.linesLost()).isZero();
  }

  @Test
  void losesNothingToAnOutputThatHangs() throws Exception {
    stick();
    write(1, 2);
    output.close();

    assertThat(stderr).containsExactly("0", "1");
  }

  @Test
  void endsWithinItsLimitWhereStderrHangsToo() throws Exception {
    QueuedOutput stuck = new QueuedOutput(new TextFormat(), memory, this::hang, this::hang);
    stuck.write(line(0));
    reached.await();
    long began = System.nanoTime();

    stuck.close();

    assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(3));
    assertThat(release.getCount()).isOne();
  }

  @Test
  void hasWrittenWhatCameBeforeAFlush() {
    write(0, 500);
    output.flush();

    assertThat(lines).isEqualTo(numbers(0, 500));
  }

  @Test
  void givesUpAFlushWhereTheOutputHangs() throws Exception {
    stick();
    output.flush();

    assertThat(lines).isEmpty();
  }

  @Test
  void takesUpWhatIsWrittenAfterItsEnd() {
    write(0, 1);
    output.close();
    write(1, 2);
    output.flush();

    assertThat(lines).containsExactly("0", "1");
  }

  @Test
  void waitsForALineThatComesWhileTheJvmEnds() {
    Thread writer = Thread.currentThread();
    AtomicBoolean returned = new AtomicBoolean();
    before =
        () -> {
          while (writer.getState() != Thread.State.TIMED_WAITING && !returned.get()) {
            Thread.onSpinWait();
          }
        };
    output.end();
    write(0, 1);
    List<String> written = List.copyOf(lines);
    returned.set(true);

    assertThat(written).containsExactly("0");
  }

  @Test
  void goesOnBehindALineThatFails() {
    before = () -> fail();
    write(0, 1);
    output.flush();
    before = () -> {};
    write(1, 2);
    output.flush();

    assertThat(lines).containsExactly("1");
    assertThat(memory.linesLost()).isOne();
  }

  @Test
  void goesOnAfterTheHostHasInterruptedItsThread() {
    before = () -> Thread.currentThread().interrupt();
    write(0, 1);
    output.flush();
    write(1, 2);
    output.flush();

    assertThat(lines).containsExactly("0", "1");
  }

  private static void fail() {
    throw new LinkageError("broken");
  }

  /** The output hangs in the first line. */
  private void stick() throws InterruptedException {
    before = () -> hang(line(0));
    write(0, 1);
    reached.await();
  }

  private void hang(Line line) {
    reached.countDown();
    try {
      release.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(line.text(), interrupted);
    }
  }

  private void write(int from, int to) {
    for (int i = from; i < to; i++) {
      output.write(line(i));
    }
  }

  private static Line line(int number) {
    return new Line(Severity.INFO, Integer.toString(number));
  }

  private static List<String> numbers(int from, int to) {
    List<String> numbers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      numbers.add(Integer.toString(i));
    }
    return numbers;
  }
}
