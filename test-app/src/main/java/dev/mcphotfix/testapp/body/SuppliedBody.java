package dev.mcphotfix.testapp.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;

/** One body of an application, as the stream that it is read from. */
interface SuppliedBody {

  InputStream stream();

  /** What the calling thread does when the call has returned. */
  default void afterCall() throws IOException, InterruptedException {}

  static SuppliedBody of(Supply supply, byte[] form) throws IOException {
    InputStream whole = new ByteArrayInputStream(form);
    InputStream half = new ByteArrayInputStream(form, 0, form.length / 2);
    return switch (supply) {
      case AT_ONCE, TOO_SHORT, TOO_LONG -> () -> whole;
      case EMPTY -> InputStream::nullInputStream;
      case BREAKS_OFF -> joined(half, new BrokenStream());
      case NOT_CLOSED -> joined(whole, new GatedStream());
      case NEVER_ENDS -> joined(half, new GatedStream());
      case LATE -> new Late(new GatedStream(), whole);
      case WRITTEN_AFTER_THE_CALL -> Written.of(whole);
    };
  }

  private static SuppliedBody joined(InputStream first, InputStream second) {
    InputStream both = new SequenceInputStream(first, second);
    return () -> both;
  }

  /** Comes when somebody waits for it and the call has returned. */
  record Late(GatedStream gate, InputStream stream) implements SuppliedBody {

    public Late {
      stream = new SequenceInputStream(gate, stream);
    }

    @Override
    public void afterCall() throws InterruptedException {
      gate.openWhenWaitedFor();
    }
  }

  /** Comes from the thread that calls. */
  record Written(PipedInputStream stream, PipedOutputStream out, InputStream form)
      implements SuppliedBody {

    static Written of(InputStream form) throws IOException {
      PipedInputStream stream = new PipedInputStream();
      return new Written(stream, new PipedOutputStream(stream), form);
    }

    @Override
    public void afterCall() throws IOException {
      try (out) {
        form.transferTo(out);
      }
    }
  }
}
