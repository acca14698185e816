/** Speaks to the agent in a running JVM. */
@NullMarked
package dev.mcphotfix.agent.command.attach;

import org.jspecify.annotations.NullMarked;
