package dev.mcphotfix.agent.log.output;

import dev.mcphotfix.agent.log.Line;
import dev.mcphotfix.agent.log.LineOutput;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines appended to a file, which is opened with the first of them. Where it cannot be written, the
 * lines go to the fallback, the first time with the reason.
 */
public final class FileOutput implements LineOutput {

  private final File file;
  private final LineOutput fallback;
  private @Nullable OutputStream stream;
  private boolean failed;

  public FileOutput(File file, LineOutput fallback) {
    this.file = file;
    this.fallback = fallback;
  }

  @Override
  public synchronized void write(Line line) {
    if (!failed) {
      try {
        append(line.text().concat("\n").getBytes(StandardCharsets.UTF_8));
        return;
      } catch (IOException failure) {
        failed = true;
        fallback.write(Line.warning(advice(failure)));
      }
    }
    fallback.write(line);
  }

  @Override
  public synchronized void close() {
    OutputStream open = stream;
    stream = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException failure) {
        fallback.write(Line.warning(advice(failure)));
      }
    }
  }

  private static String advice(IOException failure) {
    return "cannot write the log file, using stderr; name one that the application may write, in a"
        + " folder that exists: "
        + failure.getMessage();
  }

  /** One write for each line, so that the lines of two JVMs with one file do not mix. */
  private void append(byte[] line) throws IOException {
    if (stream == null) {
      stream = new FileOutputStream(file, true);
    }
    stream.write(line);
  }
}
