package dev.mcphotfix.agent.http.apache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/** A body that somebody writes while it is sent. */
final class LateProducer implements AsyncEntityProducer {

  private final long length;
  private final StringBuilder there = new StringBuilder();
  private final BlockingQueue<Thread> askers = new LinkedBlockingQueue<>();
  private @Nullable DataStreamChannel waiting;

  /** How often it was asked. */
  int asked;

  boolean released;

  LateProducer(long length) {
    this.length = length;
  }

  void come(String part) throws IOException {
    DataStreamChannel channel;
    synchronized (this) {
      there.append(part);
      channel = waiting;
    }
    if (channel != null) {
      channel.requestOutput();
    }
  }

  /** Waits until another thread has asked for it and has done what it wanted with it. */
  void awaitOther() throws InterruptedException {
    Thread asker;
    do {
      asker = Objects.requireNonNull(askers.poll(10, TimeUnit.SECONDS));
    } while (asker == Thread.currentThread());
    asker.join(10_000);
  }

  @Override
  public synchronized void produce(DataStreamChannel channel) throws IOException {
    asked++;
    askers.add(Thread.currentThread());
    waiting = channel;
    if (!there.isEmpty()) {
      byte[] bytes = there.toString().getBytes(StandardCharsets.US_ASCII);
      there.delete(0, channel.write(ByteBuffer.wrap(bytes)));
    }
  }

  @Override
  public synchronized int available() {
    return there.length();
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public boolean isChunked() {
    return false;
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }

  @Override
  public @Nullable String getContentEncoding() {
    return null;
  }

  @Override
  public Set<String> getTrailerNames() {
    return Set.of();
  }

  @Override
  public void failed(Exception cause) {}

  @Override
  public void releaseResources() {
    released = true;
  }
}
