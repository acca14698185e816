package dev.mcphotfix.agent.command.report.trace.curl;

import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A token request as the command that sends it again; what the log does not know is a variable. */
final class CurlCommand {

  private static final String NEXT = " \\";

  private final List<String> lines = new ArrayList<>(List.of("curl --include --globoff"));
  private final Set<String> variables = new LinkedHashSet<>();

  /**
   * The command of one request.
   *
   * @param added whether the agent has given the client's id to it
   */
  CurlCommand(TracedStep request, boolean added) {
    lines.add("--request POST");
    authentication(request.entry().textOr("authentication", "none"));
    new TokenForm(request, added).parameters().forEach(this::parameter);
    String endpoint = request.entry().textOr("endpoint", "");
    boolean isKnown =
        TokenForm.isWhole(endpoint) && endpoint.toLowerCase(Locale.ROOT).matches("https?://.+");
    lines.add("--url " + (isKnown ? ShellText.quoted(endpoint) : inQuotes("", "TOKEN_ENDPOINT")));
  }

  /** Its lines, each but the last with a sign that it goes on. */
  List<String> lines() {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      shown.add((i == 0 ? "" : "  ") + lines.get(i) + (i == lines.size() - 1 ? "" : NEXT));
    }
    return shown;
  }

  /** What has to be set before. */
  Set<String> variables() {
    return variables;
  }

  private void authentication(String scheme) {
    switch (scheme) {
      case "none", "client_secret", "client_assertion" -> {} // What there is, is in the form.
      case "attestation" -> {
        header("OAuth-Client-Attestation", "CLIENT_ATTESTATION");
        header("OAuth-Client-Attestation-PoP", "CLIENT_ATTESTATION_POP");
      }
      case "Basic" -> {
        lines.add("--user \"" + set("CLIENT_ID") + ':' + set("CLIENT_SECRET") + '"');
      }
      default -> header("Authorization", "AUTHORIZATION");
    }
  }

  private void header(String name, String variable) {
    lines.add("--header " + inQuotes(name + ": ", variable));
  }

  /** curl encodes what is behind the first equals sign, and leaves the name as it is. */
  private void parameter(TokenForm.Parameter parameter) {
    String name = URLEncoder.encode(parameter.name(), StandardCharsets.UTF_8);
    String value = parameter.value();
    lines.add(
        "--data-urlencode "
            + (value == null
                ? inQuotes(name + '=', ShellVariable.of(parameter.name()))
                : ShellText.quoted(name + '=' + value)));
  }

  /**
   * A variable's value, one word whatever it is.
   *
   * @param before ours, or encoded
   */
  private String inQuotes(String before, String variable) {
    return '"' + before + set(variable) + '"';
  }

  /** Where it is not set, the shell says so and runs no curl. */
  private String set(String variable) {
    variables.add(variable);
    return "${" + variable + "?}";
  }
}
