package dev.mcphotfix.testapp.library;

import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.MediaType;

/**
 * Refreshes a token by Armeria: {@code ArmeriaTextHost ENDPOINT}. The form is made and sent in one
 * method.
 */
public final class ArmeriaTextHost {

  private ArmeriaTextHost() {}

  /** Refreshes once, and prints what comes back. */
  public static void run(String[] arguments) {
    System.out.println(refresh(arguments[0], "the-refresh-token"));
  }

  private static String refresh(String endpoint, String token) {
    String form = "grant_type=refresh_token&refresh_token=" + token;
    return WebClient.of()
        .prepare()
        .post(endpoint)
        .content(MediaType.FORM_DATA, form)
        .execute()
        .aggregate()
        .join()
        .contentUtf8();
  }
}
