package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a stream by a thread of its own, for a library that asks whether there is more
 * and blocks nobody. It begins to read when it is asked first. Thread-safe.
 */
public final class Feed {

  private final InputStream stream;
  private final Queue<ByteBuffer> parts = new ArrayDeque<>();
  private @Nullable Runnable waiting;
  private @Nullable IOException failure;
  private boolean ended;
  private boolean begun;

  public Feed(InputStream stream) {
    this.stream = stream;
  }

  /**
   * The next part, of which what is left is answered once more; without any byte at the end.
   *
   * @param whenThere is run once when there is more
   * @return null where there is nothing yet
   */
  public synchronized @Nullable ByteBuffer next(Runnable whenThere) throws IOException {
    while (!parts.isEmpty() && !parts.element().hasRemaining()) {
      parts.remove();
    }
    if (!parts.isEmpty()) {
      return parts.element();
    }
    if (failure != null) {
      throw failure;
    }
    waiting = ended ? null : whenThere;
    begin();
    return ended ? ByteBuffer.allocate(0) : null;
  }

  /** Whether there is nothing to ask for yet. */
  public synchronized boolean isEmpty() {
    return begun && parts.stream().noneMatch(ByteBuffer::hasRemaining) && failure == null && !ended;
  }

  private void begin() {
    if (!begun) {
      begun = true;
      Thread reader = new Thread(this::read);
      reader.setDaemon(true);
      reader.start();
    }
  }

  private void read() {
    byte[] bytes = new byte[1024];
    try {
      for (int count = stream.read(bytes); count >= 0; count = stream.read(bytes)) {
        add(ByteBuffer.wrap(bytes.clone(), 0, count), null, false);
      }
      add(null, null, true);
    } catch (IOException e) {
      add(null, e, false);
    }
  }

  private void add(@Nullable ByteBuffer part, @Nullable IOException cause, boolean isEnd) {
    Runnable told;
    synchronized (this) {
      if (part != null) {
        parts.add(part);
      }
      failure = cause;
      ended = isEnd;
      told = waiting;
      waiting = null;
    }
    if (told != null) {
      told.run();
    }
  }
}
