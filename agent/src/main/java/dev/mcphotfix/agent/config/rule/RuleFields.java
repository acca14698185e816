package dev.mcphotfix.agent.config.rule;

import dev.mcphotfix.agent.config.json.Node;
import dev.mcphotfix.agent.config.json.Problems;
import dev.mcphotfix.agent.config.json.Spelling;
import dev.mcphotfix.agent.hook.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one rule. Each answers null where its key is absent or, with a problem, wrong.
 */
record RuleFields(Node rule, List<String> serverNames, Problems problems) {

  private @Nullable String required(String key, String expected) {
    if (rule.member(key) == null) {
      rule.problem("no \"" + key + "\"; expected " + expected, problems);
    }
    return rule.string(key, problems);
  }

  @Nullable String name(@Nullable MethodReference method) {
    if (rule.member("name") == null) {
      return method == null ? null : method.shortName();
    }
    String name = rule.string("name", problems);
    if (name != null && name.isBlank()) {
      rule.problem("a blank \"name\"; give one or leave it out", problems);
    }
    return name;
  }

  @Nullable MethodReference method() {
    String text = required("method", "class#method");
    if (text == null) {
      return null;
    }
    try {
      return MethodReference.parse(text);
    } catch (IllegalArgumentException e) {
      problem("method", String.valueOf(e.getMessage()));
      return null;
    }
  }

  @Nullable Patch patch() {
    String text = required("patch", "credential or token-request");
    if (text == null) {
      return null;
    }
    List<String> known = new ArrayList<>();
    for (Patch patch : Patch.values()) {
      known.add(patch.text());
      if (patch.text().equals(text)) {
        return patch;
      }
    }
    problem("patch", Spelling.unknownValue(text, known));
    return null;
  }

  @Nullable Target target() {
    String text = required("target", "argN, return or this.FIELD");
    if (text == null) {
      return null;
    }
    int index = argument(text);
    if (index >= 0) {
      return new Target.Argument(index);
    }
    if (text.equals("return")) {
      return new Target.Return();
    }
    if (text.startsWith("this.") && text.length() > 5) {
      return new Target.Field(text.substring(5));
    }
    problem(
        "target",
        "expected argN (arg0 is the first argument), return or this.FIELD, found "
            + Spelling.quoted(text));
    return null;
  }

  @Nullable ServerReference server() {
    String text = rule.string("server", problems);
    if (text == null) {
      return null;
    }
    int index = argument(text);
    if (index >= 0) {
      return new ServerReference.Argument(index);
    }
    if (text.equals("record")) {
      return new ServerReference.FromRecord();
    }
    if (!serverNames.contains(text)) {
      List<String> known = new ArrayList<>(serverNames);
      known.add("argN");
      known.add("record");
      problem(
          "server",
          "no configured server " + Spelling.quoted(text) + "; " + Spelling.among(text, known));
    }
    return new ServerReference.Named(text);
  }

  @Nullable Integer endpoint(@Nullable Patch patch) {
    String text = rule.string("endpoint", problems);
    if (text == null) {
      return null;
    }
    int index = argument(text);
    if (patch == Patch.CREDENTIAL) {
      problem("endpoint", "only for \"patch\": \"token-request\"; remove it");
    } else if (index < 0) {
      problem(
          "endpoint", "expected argN (arg0 is the first argument), found " + Spelling.quoted(text));
    }
    return index;
  }

  @Nullable String property(@Nullable Patch patch) {
    if (rule.member("property") == null) {
      return patch == null ? null : patch.defaultProperty();
    }
    String property = rule.string("property", problems);
    boolean credential = patch != Patch.TOKEN_REQUEST;
    if (property != null && !isPath(property, credential)) {
      problem(
          "property",
          credential
              ? "expected a name, or names with dots between them"
              : "expected a name without dots");
    }
    return property;
  }

  /** A name; with dots, the names of the records that are stepped into and that of the id. */
  private static boolean isPath(String text, boolean dots) {
    // The JDK splits at one character without a regular expression.
    String[] names = text.split("\\.", -1);
    for (String name : names) {
      if (name.isBlank()) {
        return false;
      }
    }
    return dots || names.length == 1;
  }

  /** The number in {@code argN}, -1 where the text is something else. */
  private static int argument(String text) {
    // A method has at most 255 arguments.
    if (!text.startsWith("arg") || text.length() == 3 || text.length() > 6) {
      return -1;
    }
    int index = 0;
    for (int i = 3; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      index = index * 10 + (c - '0');
    }
    return index;
  }

  private void problem(String key, String message) {
    Node member = rule.member(key);
    (member == null ? rule : member).problem(message, problems);
  }
}
