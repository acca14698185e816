package dev.mcphotfix.testapp.stack;

import java.net.URI;
import java.util.List;

/**
 * Sends all calls through one HTTP library, one after the other: {@code StackHost CLIENT-CLASS
 * SERVER-URL [SECURE-SERVER-URL]}, to the second server only some. Prints each call's name and what
 * became of it.
 */
public final class StackHost {

  private StackHost() {}

  public static void main(String[] arguments) throws Exception {
    run(arguments);
    System.exit(0); // Some libraries leave threads behind.
  }

  /** The same without the end of the JVM. */
  public static void run(String[] arguments) throws Exception {
    Class<?> type = Class.forName(arguments[0]);
    try (StackClient client = (StackClient) type.getDeclaredConstructor().newInstance()) {
      send(Calls.to(URI.create(arguments[1])), client);
      if (arguments.length > 2) {
        send(Calls.someTo(URI.create(arguments[2])), client);
      }
    }
  }

  private static void send(List<Call> calls, StackClient client) {
    for (Call call : calls) {
      System.out.println(call.name() + ' ' + outcome(call, client));
    }
  }

  /** What a library cannot send is part of what is compared. */
  private static String outcome(Call call, StackClient client) {
    try {
      Answer answer = client.send(call);
      return answer.status() + " " + answer.body().replace('\n', ' ');
    } catch (Exception e) {
      return e.getClass().getName();
    }
  }
}
