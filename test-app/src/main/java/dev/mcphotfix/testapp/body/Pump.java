package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Hands a body over as it comes, by a thread of its own: for libraries that are given pieces. */
public final class Pump {

  private static final int LONGEST = 1024;

  private Pump() {}

  /** What takes the pieces. */
  public interface Sink {

    void next(byte[] piece) throws IOException;

    void end() throws IOException;

    /** No more comes, since its producer has thrown. */
    void fail(IOException cause);
  }

  /** Reads it to its end, if that ever comes. */
  public static void start(InputStream stream, Sink sink) {
    Thread thread = new Thread(() -> pump(stream, sink));
    thread.setDaemon(true);
    thread.start();
  }

  private static void pump(InputStream stream, Sink sink) {
    byte[] buffer = new byte[LONGEST];
    try {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        sink.next(Arrays.copyOf(buffer, read));
      }
      sink.end();
    } catch (IOException e) {
      sink.fail(e);
    }
  }
}
