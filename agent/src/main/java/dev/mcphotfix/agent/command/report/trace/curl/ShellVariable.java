package dev.mcphotfix.agent.command.report.trace.curl;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The variable that has a parameter's value. A name that OAuth does not know gets a prefix, so that
 * no variable which every shell has is sent to a server: PATH, USERNAME.
 */
final class ShellVariable {

  private static final Map<String, String> OTHERS =
      Map.of("username", "OWNER_USERNAME", "password", "OWNER_PASSWORD");

  /** RFC 6749, 7521, 7636, 8628, 8693, 8707. */
  private static final Set<String> KNOWN =
      Set.of(
          "grant_type",
          "refresh_token",
          "code",
          "client_id",
          "client_secret",
          "redirect_uri",
          "scope",
          "client_assertion",
          "client_assertion_type",
          "assertion",
          "code_verifier",
          "device_code",
          "audience",
          "subject_token",
          "subject_token_type",
          "actor_token",
          "actor_token_type",
          "requested_token_type",
          "resource");

  private ShellVariable() {}

  /** Letters, digits and underscores. */
  static String of(String parameter) {
    String other = OTHERS.get(parameter);
    if (other != null) {
      return other;
    }
    String name = parameter.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    return KNOWN.contains(parameter) ? name : "FORM_" + name;
  }
}
