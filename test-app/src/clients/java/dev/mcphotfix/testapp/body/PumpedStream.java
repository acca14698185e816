package dev.mcphotfix.testapp.body;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A body as a stream of Vert.x, which is read on its context. */
final class PumpedStream implements ReadStream<Buffer>, Pump.Sink {

  private final Context context;
  private final Queue<Buffer> pieces = new ArrayDeque<>();
  private long demand = Long.MAX_VALUE;
  private boolean ended;
  private @Nullable Throwable failure;
  private @Nullable Handler<Buffer> handler;
  private @Nullable Handler<Void> endHandler;
  private @Nullable Handler<Throwable> exceptionHandler;

  PumpedStream(Context context) {
    this.context = context;
  }

  @Override
  public void next(byte[] piece) {
    context.runOnContext(
        now -> {
          pieces.add(Buffer.buffer(piece));
          drain();
        });
  }

  @Override
  public void end() {
    context.runOnContext(
        now -> {
          ended = true;
          drain();
        });
  }

  @Override
  public void fail(IOException cause) {
    context.runOnContext(
        now -> {
          failure = cause;
          drain();
        });
  }

  private void drain() {
    while (handler != null && demand > 0 && !pieces.isEmpty()) {
      demand -= demand == Long.MAX_VALUE ? 0 : 1;
      handler.handle(pieces.remove());
    }
    Handler<Void> end = endHandler;
    Handler<Throwable> failed = exceptionHandler;
    Throwable cause = failure;
    if (pieces.isEmpty() && cause != null && failed != null) {
      failure = null;
      failed.handle(cause);
    } else if (pieces.isEmpty() && ended && end != null) {
      ended = false;
      end.handle(null);
    }
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> next) {
    handler = next;
    return drained();
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> end) {
    endHandler = end;
    return drained();
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> failed) {
    exceptionHandler = failed;
    return drained();
  }

  @Override
  public ReadStream<Buffer> pause() {
    demand = 0;
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    demand = amount > Long.MAX_VALUE - demand ? Long.MAX_VALUE : demand + amount;
    return drained();
  }

  private ReadStream<Buffer> drained() {
    context.runOnContext(now -> drain());
    return this;
  }
}
