package dev.mcphotfix.testapp.stack;

import java.io.IOException;

/**
 * One HTTP library behind the calls of an application. It sends what it is told to, in the way that
 * the library's own documentation suggests.
 */
public interface StackClient extends AutoCloseable {

  /** Sends the call and waits for the answer. */
  Answer send(Call call) throws IOException, InterruptedException;

  @Override
  default void close() throws IOException {}
}
