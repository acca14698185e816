package dev.mcphotfix.agent.http.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A content of Jetty 11 that an application writes: a piece goes with each demand. */
class PushedContent implements Request.Content, Request.Content.Subscription {

  /** How often a piece was said to be sent. */
  int sent;

  int demands;
  @Nullable Throwable failure;
  private final Queue<Piece> pieces = new ArrayDeque<>();
  private Request.Content.@Nullable Consumer consumer;
  private boolean emitInitialContent;
  private int unmet;

  private record Piece(String text, boolean last) {}

  @Override
  public Request.Content.Subscription subscribe(
      Request.Content.Consumer wanting, boolean withContent) {
    consumer = wanting;
    emitInitialContent = withContent;
    demands = 0;
    return this;
  }

  @Override
  public void demand() {
    demands++;
    unmet++;
    give();
  }

  @Override
  public void fail(Throwable cause) {
    failure = cause;
  }

  PushedContent write(String text) {
    pieces.add(new Piece(text, false));
    give();
    return this;
  }

  PushedContent writeLast(String text) {
    pieces.add(new Piece(text, true));
    give();
    return this;
  }

  void clear() {
    pieces.clear();
    unmet = 0;
    consumer = null;
  }

  void breakOff(Throwable cause) {
    Objects.requireNonNull(consumer).onFailure(cause);
  }

  private void give() {
    if (consumer != null && unmet > 0 && !emitInitialContent) {
      emitInitialContent = true;
      unmet--;
      consumer.onContent(ByteBuffer.allocate(0), false, Callback.from(() -> sent++));
    } else if (consumer != null && unmet > 0 && !pieces.isEmpty()) {
      Piece piece = pieces.remove();
      unmet--;
      ByteBuffer bytes = ByteBuffer.wrap(piece.text.getBytes(StandardCharsets.US_ASCII));
      consumer.onContent(bytes, piece.last, Callback.from(() -> sent++));
    }
  }
}
