package org.eclipse.jetty.client.api;

import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;

/** What of it is used of Jetty 11, which cannot be on one class path with Jetty 12. */
public interface Request {

  /** What Jetty 11 subscribes to. */
  interface Content {

    default long getLength() {
      return -1;
    }

    Subscription subscribe(Consumer consumer, boolean emitInitialContent);

    default void fail(Throwable failure) {}

    /** What is given the content. */
    interface Consumer {

      void onContent(ByteBuffer buffer, boolean last, Callback callback);

      default void onFailure(Throwable failure) {}
    }

    /** How a consumer asks for more. */
    interface Subscription {

      void demand();

      default void fail(Throwable failure) {}
    }
  }
}
