package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A program at a terminal of its own, made by {@code script}; gone when closed. */
final class Terminal implements AutoCloseable {

  private static final char CTRL_C = 3;
  private static final char CTRL_D = 4;

  /** In nanoseconds, for which nothing is waited for longer. */
  private static final long LIMIT = TimeUnit.MINUTES.toNanos(4);

  /** To Ctrl-C, though this test may run in the background, where it is ignored. */
  private static final String LISTENING = "env --default-signal=INT ";

  private final Process process;
  private final StringBuilder text = new StringBuilder();
  private boolean ended;

  private Terminal(Process process) {
    this.process = process;
    Thread reader = new Thread(this::readAll, "terminal");
    reader.setDaemon(true);
    reader.start();
  }

  static Terminal start(Path folder, List<String> command) throws IOException {
    String line = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    return new Terminal(
        new ProcessBuilder("script", "-qefc", "stty cols 100; " + LISTENING + line, "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start());
  }

  private void readAll() {
    try (Reader output = process.inputReader(UTF_8)) {
      for (int next = output.read(); next >= 0; next = output.read()) {
        append((char) next);
      }
    } catch (IOException gone) { // As at the end of a terminal.
    } finally {
      end();
    }
  }

  private synchronized void append(char next) {
    text.append(next);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** All that was shown so far and not written over, without colours. */
  synchronized String text() {
    return text.toString()
        .replaceAll("\u001b\\[[0-9;]*[mK]", "")
        .replace("\r\n", "\n")
        .replaceAll("(?m)^.*\r", "");
  }

  synchronized boolean shows(String awaited) {
    return ended || text.indexOf(awaited) >= 0;
  }

  private synchronized void waitFor(BooleanSupplier reached)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT;
    while (!reached.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new IOException("it takes too long: " + text());
      }
      wait(left);
    }
  }

  /** Waits until that is shown; fails where the program ends before. */
  synchronized void await(String awaited) throws IOException, InterruptedException {
    waitFor(() -> shows(awaited));
    if (text.indexOf(awaited) < 0) {
      throw new IOException(awaited + " was not shown, but: " + text());
    }
  }

  /** Waits for the end of the program; answers its exit code. */
  synchronized int awaitEnd() throws IOException, InterruptedException {
    waitFor(() -> ended);
    return process.waitFor();
  }

  void type(String line) throws IOException {
    process.outputWriter(UTF_8).append(line).append("\n").flush();
  }

  void endInput() throws IOException {
    process.outputWriter(UTF_8).append(CTRL_D).flush();
  }

  void interrupt() throws IOException {
    process.outputWriter(UTF_8).append(CTRL_C).flush();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
