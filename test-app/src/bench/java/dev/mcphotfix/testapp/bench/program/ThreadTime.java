package dev.mcphotfix.testapp.bench.program;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** How long this thread has run: what waits for a busy machine is not among it. */
final class ThreadTime {
  private static final String FILE = "/proc/thread-self/schedstat";

  private ThreadTime() {}

  /** In nanoseconds; those of a clock where the kernel does not tell. */
  static long nanoseconds() {
    try (InputStream statistics = new FileInputStream(FILE)) {
      String text = new String(statistics.readAllBytes(), StandardCharsets.US_ASCII);
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (IOException e) {
      return System.nanoTime();
    }
  }
}
