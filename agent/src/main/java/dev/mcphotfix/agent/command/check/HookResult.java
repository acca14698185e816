package dev.mcphotfix.agent.command.check;

import dev.mcphotfix.agent.command.check.HookOutcome.Kind;
import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hook and all that became of it.
 *
 * @param name of the rule, or of the built-in hooks that are one place in a library
 * @param rule null for a built-in hook
 */
record HookResult(String name, @Nullable RuleConfiguration rule, List<HookOutcome> outcomes) {

  HookResult {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether the application has nothing of the library; always false for a rule. */
  boolean isOtherLibrary() {
    return rule == null && outcomes.stream().allMatch(outcome -> outcome.kind() == Kind.ABSENT);
  }

  /** Whether any method gets the agent's instructions. */
  boolean isWoven() {
    return outcomes.stream().anyMatch(outcome -> outcome.kind() == Kind.WOVEN);
  }
}
