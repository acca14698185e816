package dev.mcphotfix.agent.command.check;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What became of a hook in one class.
 *
 * @param where the jar or folder of the class; null where it is not there
 * @param why null where it would be woven
 */
record HookOutcome(
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
  static @Nullable HookOutcome of(Entry entry) {
    Kind kind = entry.event() instanceof Notice notice ? kind(notice) : null;
    return kind == null
        ? null
        : new HookOutcome(
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
