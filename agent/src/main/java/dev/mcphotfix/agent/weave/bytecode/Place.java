package dev.mcphotfix.agent.weave.bytecode;

import dev.mcphotfix.agent.hook.Site;
import org.jspecify.annotations.Nullable;

/**
 * A method of the class file that is being woven, and what is to happen there.
 *
 * @param field which may be replaced; null where the site's target is another
 */
public record Place(Site site, MethodSignature method, @Nullable FieldSignature field) {}
