package dev.mcphotfix.agent.command.check;

import dev.mcphotfix.agent.command.check.HookResult.Outcome;
import dev.mcphotfix.agent.command.classpath.ClassPath;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What there is to say of the hooks in an application. */
final class HookFindings {

  private static final String RULES = "Rules";
  private static final String BUILT_IN = "Built-in hooks";

  private HookFindings() {}

  /** A line for each hook and class; built-in hooks of other libraries are one line together. */
  static void add(List<HookResult> results, Findings findings) {
    List<String> others = new ArrayList<>();
    for (HookResult result : results) {
      if (result.isOtherLibrary()) {
        others.add(result.name());
      } else {
        addAll(result, findings);
      }
    }
    if (!others.isEmpty()) {
      findings.add(
          BUILT_IN,
          Finding.note("libraries that are not in the class path: " + String.join(", ", others))
              .with("absent", others));
    }
  }

  /** What is there may be used or not, so it is no problem. */
  static void addUnhooked(ClassPath classPath, Findings findings) {
    BuiltInHooks.unhookedClients()
        .forEach(
            (className, client) -> {
              if (classPath.loader(className) != null) {
                findings.add(BUILT_IN, Finding.note(unhooked(client)).with("unhooked", client));
              }
            });
  }

  private static String unhooked(String client) {
    return client + ": no hook covers what it sends; if token requests do, scan proposes a rule";
  }

  private static void addAll(HookResult result, Findings findings) {
    for (Outcome outcome : result.outcomes()) {
      // Of a library's classes some are of other versions of it.
      if (result.rule() != null || outcome.kind() != Outcome.Kind.ABSENT) {
        findings.add(result.rule() == null ? BUILT_IN : RULES, finding(result, outcome));
      }
    }
  }

  private static Finding finding(HookResult result, Outcome outcome) {
    String place = result.name() + ": " + method(outcome) + in(outcome.where());
    String why = outcome.why() == null ? "" : ": " + outcome.why();
    Finding finding =
        switch (outcome.kind()) {
          case WOVEN -> Finding.ok(place);
          case WAITS -> waiting(result, place);
          case NOT_WOVEN, ABSENT -> Finding.problem(place + why, advice(result));
        };
    return finding
        .with("hook", result.name())
        .with("outcome", outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .with("class", outcome.className())
        .with("method", outcome.method())
        .with("in", outcome.where())
        .with("why", outcome.why());
  }

  private static Finding waiting(HookResult result, String place) {
    return result.isWoven()
        ? Finding.ok(place + ": abstract; what implements it is woven")
        : Finding.problem(
            place + ": abstract, and nothing in the class path implements it",
            "add the jar that does to the class path");
  }

  private static @Nullable String advice(HookResult result) {
    return result.rule() == null
        ? "this version of the library is not known; use a rule"
        : "correct the rule at " + result.rule().origin();
  }

  private static String method(Outcome outcome) {
    return outcome.className() + (outcome.method() == null ? "" : '#' + outcome.method());
  }

  private static String in(@Nullable String where) {
    if (where == null) {
      return "";
    }
    return " in " + (where.equals("platform") ? "the JDK" : where);
  }
}
