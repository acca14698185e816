package dev.mcphotfix.testapp.stack;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * Refreshes once through each of the clients that every JVM has: {@code JvmClientsHost
 * TOKEN-ENDPOINT}. Prints the status of each answer.
 */
public final class JvmClientsHost {

  private JvmClientsHost() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    URI endpoint = URI.create(arguments[0]);
    String form = "grant_type=refresh_token&refresh_token=the-refresh-token";
    Call refresh = Call.form("refresh", endpoint, form, BodyKind.TEXT);
    for (StackClient client : List.of(new JdkStack(), new UrlConnectionStack())) {
      System.out.println(client.send(refresh).status());
    }
  }
}
