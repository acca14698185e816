package dev.mcphotfix.agent.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class ToldProblemsTest {

  private static final List<String> PROBLEMS = List.of("one", "another");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void areThereWhenTheCallReturns() {
    ToldProblems.print(PROBLEMS, new PrintStream(written, true));

    assertThat(written.toString().lines())
        .containsExactly("mcp-hotfix WARN  one", "mcp-hotfix WARN  another");
  }

  @Test
  void areNoneWhereNothingIsWrong() {
    ToldProblems.print(List.of(), new PrintStream(written, true));

    assertThat(written.size()).isZero();
  }

  @Test
  void holdNobodyWhereStderrIsNotRead() throws InterruptedException {
    Pipe pipe = new Pipe(written);
    PrintStream stderr = new PrintStream(pipe, true);

    ToldProblems.print(PROBLEMS, stderr);
    assertThat(written.size()).isZero();
    pipe.read.countDown();
    pipe.writing.join();

    assertThat(written.toString().lines()).hasSize(2);
  }

  @Test
  void leaveAnInterruptionToTheCaller() {
    Thread.currentThread().interrupt();

    ToldProblems.print(PROBLEMS, new PrintStream(written, true));

    assertThat(Thread.interrupted()).isTrue();
  }

  /** Takes nothing before it is read. */
  private static final class Pipe extends OutputStream {

    final CountDownLatch read = new CountDownLatch(1);
    final OutputStream behind;
    volatile Thread writing = Thread.currentThread();

    Pipe(OutputStream behind) {
      this.behind = behind;
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      writing = Thread.currentThread();
      try {
        read.await();
        behind.write(bytes, offset, length);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
