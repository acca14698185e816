package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends each kind of body in each way of one HTTP library, side by side, and says what became of
 * each: {@code BodiesHost SENDER-CLASS NAME SERVER-URL}. The server echoes what it gets; the name
 * tells the library from others that send at the same time.
 */
public final class BodiesHost {

  /** In seconds; any call ought to be over before, if it ever returns. */
  private static final long LIMIT = 45;

  /** Of a body that this way of the library is not meant for. */
  private static final String NOTHING = "";

  private final BodySender sender;
  private final String name;
  private final URI server;
  private final ExecutorService callers = Executors.newCachedThreadPool(BodiesHost::daemon);

  private BodiesHost(BodySender sender, String name, URI server) {
    this.sender = sender;
    this.name = name;
    this.server = server;
  }

  /**
   * Sends what is there at once.
   *
   * @return begins to send the others, and answers what waits for the outcome: a line for each body
   */
  public static Callable<Callable<String>> start(String[] arguments) throws Exception {
    Class<?> type = Class.forName(arguments[0]);
    BodySender sender = (BodySender) type.getDeclaredConstructor().newInstance();
    BodiesHost host = new BodiesHost(sender, arguments[1], URI.create(arguments[2]));
    Map<BodyCase, Future<String>> sent = new LinkedHashMap<>();
    host.sendAlone(sent);
    return () -> {
      host.sendOthers(sent);
      return () -> lines(sent);
    };
  }

  /** One after the other, so that the time of the others is not spent on loading classes. */
  private void sendAlone(Map<BodyCase, Future<String>> sent) throws Exception {
    for (BodyCase body : BodyCase.all(sender.ways())) {
      if (body.supply() == Supply.AT_ONCE) {
        awaited(sent.computeIfAbsent(body, this::send));
      }
    }
  }

  private void sendOthers(Map<BodyCase, Future<String>> sent) {
    BodyCase.all(sender.ways()).forEach(body -> sent.computeIfAbsent(body, this::send));
  }

  private Future<String> send(BodyCase body) {
    return callers.submit(() -> outcome(body));
  }

  private static String lines(Map<BodyCase, Future<String>> sent) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<BodyCase, Future<String>> body : sent.entrySet()) {
      String outcome = awaited(body.getValue());
      if (!outcome.equals(NOTHING)) {
        lines.append(body.getKey()).append(": ").append(outcome).append('\n');
      }
    }
    return lines.toString();
  }

  private static String awaited(Future<String> outcome) throws Exception {
    try {
      return outcome.get(LIMIT, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return "does not return";
    }
  }

  private String outcome(BodyCase body) throws Exception {
    try {
      SuppliedBody supplied = body.supplied();
      OutgoingBody outgoing = body.outgoing(server, name, supplied);
      CompletableFuture<String> answer = sender.send(outgoing);
      finish(supplied);
      return outcome(answer, outgoing.timeout());
    } catch (UnsuitableBodyException notThisWay) {
      return NOTHING;
    } catch (IOException e) {
      return e.getClass().getName();
    }
  }

  private static void finish(SuppliedBody body) throws InterruptedException {
    try {
      body.afterCall();
    } catch (IOException closed) {
      // The library does not want it any more, and says itself why.
    }
  }

  private static String outcome(CompletableFuture<String> answer, Duration timeout)
      throws InterruptedException {
    try {
      return answer.get(timeout.plusSeconds(2).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e;
      while (isWrapper(cause) && cause.getCause() != null) {
        cause = cause.getCause();
      }
      return cause instanceof UnsuitableBodyException ? NOTHING : cause.getClass().getName();
    } catch (TimeoutException e) {
      return "no answer";
    }
  }

  private static boolean isWrapper(Throwable cause) {
    return cause instanceof ExecutionException || cause instanceof CompletionException;
  }

  private static Thread daemon(Runnable call) {
    Thread thread = new Thread(call);
    thread.setDaemon(true);
    return thread;
  }
}
