package dev.mcphotfix.testapp;

import java.net.URI;

/**
 * Refreshes a token over a plain socket: {@code HeldFormHost ENDPOINT}. The form is made in one
 * method, and kept in a field until another one sends it.
 */
public final class HeldFormHost {

  private final SocketHost socket;
  private final String form;

  private HeldFormHost(URI endpoint, String token) {
    socket = new SocketHost(endpoint);
    form = form(token);
  }

  /** Refreshes once, and prints what comes back. */
  public static void run(String[] arguments) throws Exception {
    HeldFormHost host = new HeldFormHost(URI.create(arguments[0]), "the-refresh-token");
    System.out.println(host.socket.exchange(host.form));
  }

  private static String form(String token) {
    return "grant_type=refresh_token&refresh_token=" + token;
  }
}
