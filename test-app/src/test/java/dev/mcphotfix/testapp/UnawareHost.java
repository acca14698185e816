package dev.mcphotfix.testapp;

import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Calls a server, and refreshes over another library, without a class of OpenTelemetry: {@code
 * UnawareHost TOKEN-ENDPOINT TOKEN}.
 */
final class UnawareHost {

  private UnawareHost() {}

  public static void main(String[] arguments) throws Exception {
    HttpURLConnection call = (HttpURLConnection) URI.create(arguments[0]).toURL().openConnection();
    System.out.println(call.getResponseCode());
    refresh(arguments[0], arguments[1]);
  }

  /** Where the agent has had the time to look for what is in use here. */
  static boolean refresh(String endpoint, String token) throws Exception {
    RefreshingHost.main(new String[1]); // Makes a client: the hook is met, and the trace begins.
    awaitTheAgent();
    RefreshingHost.main(new String[] {endpoint, token});
    return true;
  }

  /** Until it has looked for what is in use here. */
  private static void awaitTheAgent() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("mcp-hotfix-spans")) {
        thread.join();
      }
    }
  }
}
