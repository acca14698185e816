package dev.mcphotfix.testapp.library;

import java.net.URI;
import jodd.http.HttpRequest;

/**
 * Refreshes a token by Jodd HTTP, which no hook covers: {@code JoddTextHost ENDPOINT}. The form is
 * made and sent in one method.
 */
public final class JoddTextHost {

  private JoddTextHost() {}

  /** Refreshes once, and prints what comes back. */
  public static void run(String[] arguments) {
    System.out.println(refresh(URI.create(arguments[0]), "the-refresh-token"));
  }

  private static String refresh(URI endpoint, String token) {
    String form = "grant_type=refresh_token&refresh_token=" + token;
    return HttpRequest.post(endpoint.toString())
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .send()
        .bodyText();
  }
}
