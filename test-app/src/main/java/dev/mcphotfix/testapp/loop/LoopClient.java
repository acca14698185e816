package dev.mcphotfix.testapp.loop;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/** An HTTP library that sends all requests by one event loop. */
public interface LoopClient {

  /** Runs something on that event loop. */
  void onLoop(Runnable task);

  /** Posts a form, and answers the status. Called on the event loop, which it does not block. */
  CompletionStage<Integer> post(URI url, String form);
}
