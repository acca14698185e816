package dev.mcphotfix.testapp.attach;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Four threads refresh again and again while the agent is attached, asked, changed and detached:
 * {@code MidFlightHost ENDPOINT AGENT-JAR STEP...}, where a step is {@code phase=NAME}, which waits
 * for thirty requests, or a text to load the agent with. Prints the answer to each text and what
 * became of the requests of each phase.
 */
public final class MidFlightHost {

  private static final int THREADS_OF_EACH = 2;
  private static final int REQUESTS = 30;

  /** Milliseconds: some request is always under way, and the attaching gets on beside them. */
  private static final int PAUSE = 3;

  private MidFlightHost() {}

  public static void main(String[] arguments) throws Exception {
    Phases phases = new Phases();
    URI endpoint = URI.create(arguments[0]);
    Refresher[] refreshers = Refresher.values();
    ScheduledExecutorService threads =
        Executors.newScheduledThreadPool(THREADS_OF_EACH * refreshers.length);
    for (Refresher refresher : refreshers) {
      for (int i = 0; i < THREADS_OF_EACH; i++) {
        threads.scheduleWithFixedDelay(
            () -> refresh(refresher, endpoint, phases), 0, PAUSE, TimeUnit.MILLISECONDS);
      }
    }
    for (String step : List.of(arguments).subList(2, arguments.length)) {
      if (step.startsWith("phase=")) {
        phases.begin(step.substring("phase=".length()));
        phases.await(REQUESTS);
      } else {
        phases.begin("loading");
        System.out.println(OwnVirtualMachine.load(arguments[1], step));
      }
    }
    threads.shutdown();
    if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("a refresh does not end");
    }
    phases.print();
  }

  private static void refresh(Refresher refresher, URI endpoint, Phases phases) {
    String phase = phases.current(); // In which it begins.
    phases.count(phase, outcome(refresher, endpoint));
  }

  private static String outcome(Refresher refresher, URI endpoint) {
    try {
      return Integer.toString(refresher.refresh(endpoint));
    } catch (IOException | InterruptedException | RuntimeException | LinkageError failure) {
      return failure.toString();
    }
  }
}
