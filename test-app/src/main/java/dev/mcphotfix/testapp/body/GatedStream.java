package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An empty stream whose end comes when its gate is opened, if ever. */
final class GatedStream extends InputStream {

  private static final long LONGEST = 10;

  private final CountDownLatch waitedFor = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  /** Waits for a reader first; not for ever, as nobody may come. */
  void openWhenWaitedFor() throws InterruptedException {
    waitedFor.await(LONGEST, TimeUnit.SECONDS);
    open.countDown();
  }

  @Override
  public int read() throws IOException {
    waitedFor.countDown();
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    return -1;
  }

  @Override
  public void close() {
    waitedFor.countDown();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return length == 0 ? 0 : read();
  }
}
