package dev.mcphotfix.agent.log.output;

import dev.mcphotfix.agent.log.Line;
import dev.mcphotfix.agent.log.LineOutput;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines appended to a file. It is opened for each of them, so that it may be renamed or deleted at
 * any time; a pipe or a device stays open, since its reader would take its closing for the end.
 * Where it cannot be written, a line goes to the fallback, the first one with the reason.
 */
public final class FileOutput implements LineOutput {

  private static final String ADVICE =
      "cannot write the log file, using stderr; name one that the application may write, in a"
          + " folder that exists: ";

  private final File file;
  private final LineOutput fallback;
  private @Nullable OutputStream pipe;
  private boolean failed;
  private boolean doubtful = true;

  public FileOutput(File file, LineOutput fallback) {
    this.file = file;
    this.fallback = fallback;
  }

  @Override
  public synchronized void write(Line line) {
    try {
      append(line.text().concat("\n"));
      failed = false;
      doubtful = false;
    } catch (IOException failure) {
      close();
      if (!failed) {
        fallback.write(Line.warning(ADVICE.concat(String.valueOf(failure.getMessage()))));
      }
      fallback.write(line);
      failed = true;
      doubtful = true;
    }
  }

  /** One write for each line, so that the lines of two JVMs with one file do not mix. */
  private void append(String line) throws IOException {
    if (pipe == null && file.exists() && !file.isFile()) {
      pipe = new FileOutputStream(file, true);
    }
    if (pipe != null) {
      pipe.write(line.getBytes(StandardCharsets.UTF_8));
      return;
    }
    String whole = doubtful && isCut() ? "\n".concat(line) : line;
    try (OutputStream stream = new FileOutputStream(file, true)) {
      stream.write(whole.getBytes(StandardCharsets.UTF_8));
    }
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
  public synchronized void close() {
    OutputStream open = pipe;
    pipe = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException failure) { // Each line was written by itself, or has told why not.
      return;
    }
  }
}
