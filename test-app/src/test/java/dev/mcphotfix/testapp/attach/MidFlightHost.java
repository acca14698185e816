package dev.mcphotfix.testapp.attach;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Four threads refresh without a pause while the agent is attached, asked, changed and detached:
 * {@code MidFlightHost ENDPOINT AGENT-JAR STEP...}, where a step is {@code phase=NAME}, which waits
 * for a hundred requests, or a text to load the agent with. Prints the answer to each text and what
 * became of the requests of each phase.
 */
public final class MidFlightHost {

  private static final int THREADS_OF_EACH = 2;
  private static final int REQUESTS = 30;

  private MidFlightHost() {}

  public static void main(String[] arguments) throws Exception {
    Phases phases = new Phases();
    AtomicBoolean ended = new AtomicBoolean();
    URI endpoint = URI.create(arguments[0]);
    List<Thread> threads = new ArrayList<>();
    for (Refresher refresher : Refresher.values()) {
      for (int i = 0; i < THREADS_OF_EACH; i++) {
        threads.add(new Thread(() -> refresh(refresher, endpoint, phases, ended)));
      }
    }
    threads.forEach(Thread::start);
    for (String step : List.of(arguments).subList(2, arguments.length)) {
      if (step.startsWith("phase=")) {
        phases.begin(step.substring("phase=".length()));
        phases.await(REQUESTS);
      } else {
        phases.begin("loading");
        System.out.println(OwnVirtualMachine.load(arguments[1], step));
      }
    }
    ended.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    phases.print();
  }

  private static void refresh(
      Refresher refresher, URI endpoint, Phases phases, AtomicBoolean ended) {
    while (!ended.get()) {
      String phase = phases.current();
      phases.count(phase, outcome(refresher, endpoint));
    }
  }

  private static String outcome(Refresher refresher, URI endpoint) {
    try {
      return Integer.toString(refresher.refresh(endpoint));
    } catch (IOException | InterruptedException | RuntimeException | LinkageError failure) {
      return failure.toString();
    }
  }
}
