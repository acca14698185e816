package dev.mcphotfix.agent.http.jdk;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A body of unknown length, which is decided about while the HTTP client sends it: to read it any
 * earlier could block the host's thread, as its stream may be written later. It goes out in chunks,
 * so that another may take its place.
 *
 * @param decision is given the whole body, or null where it is over 64 KiB; answers the body to
 *     send instead, or null to leave it as it is; asked anew for each attempt to send
 */
record HeldBody(BodyPublisher body, UnaryOperator<byte @Nullable []> decision)
    implements BodyPublisher {

  @Override
  public long contentLength() {
    return -1;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    BodyPrefix held = new BodyPrefix(decision);
    held.subscribe(subscriber);
    body.subscribe(held);
  }
}
