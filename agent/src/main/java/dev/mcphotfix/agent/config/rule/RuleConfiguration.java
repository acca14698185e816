package dev.mcphotfix.agent.config.rule;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Target;
import org.jspecify.annotations.Nullable;

/**
 * A place in the host's own code that the operator declares.
 *
 * @param point its target is never {@link Target.Arguments}
 * @param server null where the rule does not say: the record or the only server decides
 * @param endpointArgument the argument that holds the token endpoint's url, counted from 0; only
 *     for {@link Patch#TOKEN_REQUEST}
 * @param property what the id is called in the target; in a credential, perhaps with the names of
 *     records around it, and dots between them
 */
public record RuleConfiguration(
    HookPoint point,
    Patch patch,
    @Nullable ServerReference server,
    @Nullable Integer endpointArgument,
    String property,
    Origin origin) {

  /** As the log shows it. */
  public String name() {
    return point.hook();
  }
}
