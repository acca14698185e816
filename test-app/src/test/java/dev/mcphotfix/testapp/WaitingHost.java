package dev.mcphotfix.testapp;

import java.net.http.HttpClient;

/** A host that says when it is ready and lives until its standard input ends. */
final class WaitingHost {

  private WaitingHost() {}

  /** With any argument it has a class loaded that the agent weaves. */
  public static void main(String[] arguments) throws Exception {
    Object used = arguments.length == 0 ? null : HttpClient.newHttpClient();
    System.out.println("ready");
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
    System.out.println(used == null ? "idle" : "used");
  }
}
