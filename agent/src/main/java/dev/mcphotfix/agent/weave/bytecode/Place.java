package dev.mcphotfix.agent.weave.bytecode;

import dev.mcphotfix.agent.hook.Site;

/** A method of the class file that is being woven, and what is to happen there. */
public record Place(Site site, MethodSignature method) {}
