package dev.mcphotfix.testapp.body;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends refreshes by the JDK's HttpClient, whose bodies come when somebody waits for them, one
 * after the other: {@code LateBodiesHost SERVER-URL}. Each goes to the endpoint that the agent
 * knows and to another, with its length and without.
 */
public final class LateBodiesHost {

  /** In seconds, of one call. */
  private static final long LIMIT = 30;

  private LateBodiesHost() {}

  public static void main(String[] arguments) throws Exception {
    JdkBodies sender = new JdkBodies();
    for (Setting setting : List.of(Setting.CONFIGURED, Setting.UNCONFIGURED)) {
      for (boolean told : List.of(true, false)) {
        BodyCase body = new BodyCase(setting, "stream", Supply.LATE, told);
        SuppliedBody supplied = body.supplied();
        CompletableFuture<String> answer =
            sender.send(body.outgoing(URI.create(arguments[0]), "late", supplied));
        supplied.afterCall();
        System.out.println(body + ": " + answer.get(LIMIT, TimeUnit.SECONDS));
      }
    }
  }
}
