package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.preflight.Check;
import dev.mcphotfix.agent.command.attach.preflight.Preflight;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;

/** What was looked at before a running JVM is spoken to. */
final class PreflightFindings {

  private static final String SECTION = "Preflight";

  private PreflightFindings() {}

  static void add(Preflight preflight, Findings findings) {
    for (Check check : preflight.checks()) {
      findings.add(SECTION, of(check));
    }
  }

  private static Finding of(Check check) {
    String advice = check.advice();
    return switch (check.kind()) {
      case OK -> Finding.ok(check.text());
      case NOTE -> advice == null ? Finding.note(check.text()) : Finding.note(check.text(), advice);
      case PROBLEM -> Finding.problem(check.text(), advice);
    };
  }
}
