package dev.mcphotfix.agent.hook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a woven method, as its handler sees it.
 *
 * @param self the receiver; null in a static method and at the start of a constructor
 * @param arguments the arguments of the call; a view, not to be changed
 * @param value what the hook's target holds; the array of arguments for {@link Target.Arguments}
 */
public record Invocation(
    String hook, @Nullable Object self, List<@Nullable Object> arguments, @Nullable Object value) {}
