package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** A library whose calls return when they are answered: each is made on a thread of its own. */
public abstract class BlockingSender implements BodySender {

  private final Executor callers =
      Executors.newCachedThreadPool(
          call -> {
            Thread thread = new Thread(call);
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public final CompletableFuture<String> send(OutgoingBody body) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    callers.execute(
        () -> {
          try {
            answer.complete(post(body));
          } catch (UnsuitableBodyException e) {
            close(body); // Nobody is going to wait for it.
            answer.completeExceptionally(e);
          } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private static void close(OutgoingBody body) {
    try {
      body.stream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends it and waits for the text of the answer. */
  protected abstract String post(OutgoingBody body) throws IOException;
}
