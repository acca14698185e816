package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One HTTP library that posts bodies which an application produces while they are sent: many of
 * them side by side, each on a connection of its own, as some libraries leave half a request there.
 */
public interface BodySender extends AutoCloseable {

  /** The ways that the library has of being given a body, each with a name of its own. */
  List<String> ways();

  /**
   * Begins to send. What the library has of an asynchronous call returns before the body is there;
   * one that blocks is made on another thread.
   *
   * @return the text of the answer, or what became of the call
   * @throws UnsuitableBodyException where this way is not meant for such a body; the answer may
   *     tell it as well
   */
  CompletableFuture<String> send(OutgoingBody body) throws IOException;

  @Override
  default void close() throws IOException {}
}
