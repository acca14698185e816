package dev.mcphotfix.agent.log.output;

import dev.mcphotfix.agent.log.Line;
import dev.mcphotfix.agent.log.LineOutput;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines appended to a file. It is opened for as many as follow each other at once, so that it may
 * be renamed or deleted at any time; a pipe or a device stays open, since its reader would take its
 * closing for the end. Where it cannot be written, a line goes to the fallback, the first one with
 * the reason.
 */
public final class FileOutput implements LineOutput {

  private static final String ADVICE =
      "cannot write the log file, using stderr; name one that the application may write, in a"
          + " folder that exists: ";

  private final File file;
  private final LineOutput fallback;

  /** Written since the file was opened, in doubt lost where it cannot be closed. */
  private final List<Line> unsettled = new ArrayList<>();

  private @Nullable OutputStream open;
  private boolean stays;
  private boolean failed;
  private boolean doubtful = true;

  public FileOutput(File file, LineOutput fallback) {
    this.file = file;
    this.fallback = fallback;
  }

  @Override
  public synchronized void write(Line line) {
    offer(line, false);
    rest();
  }

  /** {@inheritDoc} Leaves the file open, until it rests. */
  @Override
  public synchronized boolean offer(Line line, boolean crowded) {
    try {
      append(line.text().concat("\n"));
      if (!stays) {
        unsettled.add(line);
      }
      failed = false;
      doubtful = false;
    } catch (IOException failure) {
      close();
      tell(failure);
      fallback.write(line);
    }
    return true;
  }

  private void tell(IOException failure) {
    if (!failed) {
      fallback.write(Line.warning(ADVICE.concat(String.valueOf(failure.getMessage()))));
    }
    failed = true;
    doubtful = true;
  }

  /** One write for each line, so that the lines of two JVMs with one file do not mix. */
  private void append(String line) throws IOException {
    String whole = line;
    if (open == null) {
      stays = file.exists() && !file.isFile();
      whole = !stays && doubtful && isCut() ? "\n".concat(line) : line;
      open = new FileOutputStream(file, true);
    }
    open.write(whole.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a full disk, or a JVM that was killed, has left a line without its end. */
  private boolean isCut() {
    try (RandomAccessFile written = new RandomAccessFile(file, "r")) {
      written.seek(Math.max(0, written.length() - 1));
      int last = written.read();
      return last >= 0 && last != '\n';
    } catch (IOException unreadable) { // Not there yet, or not for the client to read.
      return false;
    }
  }

  @Override
  public synchronized void rest() {
    if (!stays) {
      close();
    }
  }

  @Override
  public synchronized void close() {
    OutputStream last = open;
    open = null;
    try {
      if (last != null) {
        last.close();
      }
    } catch (IOException failure) { // Some file systems say only now that they have no room.
      tell(failure);
      for (Line line : unsettled) {
        fallback.write(line);
      }
    }
    unsettled.clear();
  }
}
