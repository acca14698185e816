package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.http.FormBytes;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A request's body whose length is known, read as far as it is there at once and no further than 64
 * KiB. A publisher that does not deliver within the call is passed on as far as it was read,
 * followed by the rest of it. Used by one thread until the request is sent.
 */
final class DrainedBody {

  private final @Nullable BodyPublisher publisher;
  private final @Nullable BodyPrefix prefix;

  private DrainedBody(@Nullable BodyPublisher publisher, @Nullable BodyPrefix prefix) {
    this.publisher = publisher;
    this.prefix = prefix;
  }

  /**
   * @param publisher null for a request without a body
   */
  static DrainedBody of(@Nullable BodyPublisher publisher) {
    if (publisher == null || publisher.contentLength() > FormBytes.LARGEST) {
      return new DrainedBody(publisher, null);
    }
    BodyPrefix prefix = new BodyPrefix();
    publisher.subscribe(prefix);
    prefix.pause();
    return new DrainedBody(publisher, prefix);
  }

  /** Whether nothing was read, so that the request can be sent as it is. */
  boolean untouched() {
    return prefix == null;
  }

  /** Whether it was not all there, and may yet turn out to be short. */
  boolean isLate() {
    return prefix != null && prefix.isLate();
  }

  /** The whole body; null where it is too large or was not all there. */
  byte @Nullable [] bytes() {
    if (prefix == null) {
      return publisher == null ? new byte[0] : null;
    }
    return prefix.isWhole() ? BodyPrefix.join(prefix.read()) : null;
  }

  /**
   * The same body; what was read of it goes to the first who asks, as it may not be there twice.
   */
  BodyPublisher asRead() {
    byte[] bytes = bytes();
    if (bytes != null) {
      return BodyPublishers.ofByteArray(bytes);
    }
    BodyPublisher again = Objects.requireNonNull(publisher);
    BodyPrefix read = Objects.requireNonNull(prefix);
    AtomicBoolean taken = new AtomicBoolean();
    return BodyPublishers.fromPublisher(
        subscriber -> (taken.getAndSet(true) ? again : read).subscribe(subscriber),
        again.contentLength());
  }
}
