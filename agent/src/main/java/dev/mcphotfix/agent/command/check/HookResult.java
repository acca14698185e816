package dev.mcphotfix.agent.command.check;

import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hook and all that became of it.
 *
 * @param name of the rule, or of the built-in hooks that are one place in a library
 * @param rule null for a built-in hook
 */
record HookResult(String name, @Nullable RuleConfiguration rule, List<Outcome> outcomes) {

  /**
   * What became of a hook in one class.
   *
   * @param where the jar or folder of the class; null where it is not there
   * @param why null where it would be woven
   */
  record Outcome(
      Kind kind,
      String className,
      @Nullable String method,
      @Nullable String where,
      @Nullable String why) {

    /** How it went. */
    enum Kind {
      /** The method gets the agent's instructions. */
      WOVEN,
      /** The method is abstract; what implements it is woven. */
      WAITS,
      /** The class is there, but not what the hook asks for. */
      NOT_WOVEN,
      /** There is no such class. */
      ABSENT
    }

    /** Reads what the agent has said; null where it is not about a class. */
    static @Nullable Outcome of(Entry entry) {
      Kind kind = entry.event() instanceof Notice notice ? kind(notice) : null;
      return kind == null
          ? null
          : new Outcome(
              kind,
              entry.facts().getOrDefault("class", "the agent's own probe"),
              entry.facts().get("method"),
              entry.facts().get("loader"),
              entry.facts().get("why"));
    }

    private static @Nullable Kind kind(Notice notice) {
      return switch (notice) {
        case HOOK_WOVEN -> Kind.WOVEN;
        case HOOK_WAITS -> Kind.WAITS;
        case HOOK_NOT_WOVEN, CLASS_NOT_WOVEN, SELF_CHECK_FAILED -> Kind.NOT_WOVEN;
        default -> null;
      };
    }
  }

  HookResult {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether the application has nothing of the library; always false for a rule. */
  boolean isOtherLibrary() {
    return rule == null
        && outcomes.stream().allMatch(outcome -> outcome.kind() == Outcome.Kind.ABSENT);
  }

  /** Whether any method gets the agent's instructions. */
  boolean isWoven() {
    return outcomes.stream().anyMatch(outcome -> outcome.kind() == Outcome.Kind.WOVEN);
  }
}
