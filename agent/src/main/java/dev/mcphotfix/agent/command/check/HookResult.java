package dev.mcphotfix.agent.command.check;

import dev.mcphotfix.agent.command.check.HookFate.Kind;
import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hook and all that became of it.
 *
 * @param name of the rule, or of the built-in hooks that are one place in a library
 * @param rule null for a built-in hook
 */
public record HookResult(String name, @Nullable RuleConfiguration rule, List<HookFate> fates) {

  public HookResult {
    fates = List.copyOf(fates);
  }

  /** Whether the application has nothing of the library; always false for a rule. */
  public boolean isOtherLibrary() {
    return rule == null && fates.stream().allMatch(fate -> fate.kind() == Kind.ABSENT);
  }

  /** Whether any method gets the agent's instructions. */
  public boolean isWoven() {
    return fates.stream().anyMatch(fate -> fate.kind() == Kind.WOVEN);
  }
}
