package dev.mcphotfix.testapp.library;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import jodd.http.HttpRequest;

/**
 * Refreshes over Jodd HTTP at each line of its standard input, and prints 1 where it went well:
 * {@code JoddHost TOKEN-ENDPOINT}.
 */
public final class JoddHost {

  private JoddHost() {}

  public static void main(String[] arguments) throws Exception {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (input.readLine() != null) {
      Map<String, Object> form = new TreeMap<>();
      form.put("grant_type", "refresh_token");
      form.put("refresh_token", "the-refresh-token");
      System.out.println(post(URI.create(arguments[0]), form) == 200 ? 1 : 0);
    }
  }

  private static int post(URI endpoint, Map<String, Object> form) {
    return HttpRequest.post(endpoint.toString()).form(form).send().statusCode();
  }
}
