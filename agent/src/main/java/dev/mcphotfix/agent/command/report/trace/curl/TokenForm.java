package dev.mcphotfix.agent.command.report.trace.curl;

import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a token request, as far as the log knows it.
 *
 * @param added whether the agent has given the client's id to it
 */
record TokenForm(TracedStep request, boolean added) {

  private static final String MASK = "***";
  private static final String CLIENT_ID = "client_id";
  private static final int LONGEST = 1000;

  /**
   * A parameter of it.
   *
   * @param value null where the log does not tell it
   */
  record Parameter(String name, @Nullable String value) {}

  /** In the order of the form; whose name is masked is left out. */
  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (String name : names("parameters")) {
      if (!name.contains(MASK) && !(added && name.equals(CLIENT_ID))) {
        parameters.addAll(named(name));
      }
    }
    if (added) {
      parameters.add(new Parameter(CLIENT_ID, null));
    }
    return parameters;
  }

  /** Whether there is one whose name is masked. */
  boolean hasMasked() {
    return names("parameters").stream().anyMatch(name -> name.contains(MASK));
  }

  private List<Parameter> named(String name) {
    boolean doubled = names("doubled").contains(name);
    if (names("empty").contains(name)) {
      Parameter empty = new Parameter(name, "");
      return doubled ? List.of(empty, new Parameter(name, null)) : List.of(empty);
    }
    List<Parameter> told = new ArrayList<>();
    for (String value : values(name, doubled)) {
      told.add(new Parameter(name, isWhole(value) ? value : null));
    }
    return told.isEmpty() ? Collections.nCopies(doubled ? 2 : 1, new Parameter(name, null)) : told;
  }

  private List<String> values(String name, boolean doubled) {
    String key = name.equals("grant_type") ? "grant" : name;
    String told = request.fact(key);
    boolean isTold = key.equals("grant") || key.equals("resource") || key.equals("scope");
    if (told == null || !isTold || (doubled && !key.equals("resource"))) {
      return List.of();
    }
    return doubled ? List.of(told.split(",", -1)) : List.of(told);
  }

  /** Whether a value is what was sent, and not what a log makes of it. */
  static boolean isWhole(String value) {
    return !value.contains(MASK)
        && !value.endsWith("...")
        && value.length() <= LONGEST
        && value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private List<String> names(String key) {
    String names = request.fact(key);
    return names == null || names.isEmpty() ? List.of() : List.of(names.split(",", -1));
  }
}
