package dev.mcphotfix.testapp.stack;

import java.net.URI;

/**
 * Sends all calls through one HTTP library, one after the other: {@code StackHost CLIENT-CLASS
 * SERVER-URL}. Prints each call's name and status.
 */
public final class StackHost {

  private StackHost() {}

  public static void main(String[] arguments) throws Exception {
    Class<?> type = Class.forName(arguments[0]);
    try (StackClient client = (StackClient) type.getDeclaredConstructor().newInstance()) {
      for (Call call : Calls.to(URI.create(arguments[1]))) {
        System.out.println(call.name() + ' ' + client.send(call).status());
      }
    }
    System.exit(0); // Some libraries leave threads behind.
  }
}
