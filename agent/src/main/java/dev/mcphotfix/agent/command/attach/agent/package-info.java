/** The line to the agent in another JVM. */
@NullMarked
package dev.mcphotfix.agent.command.attach.agent;

import org.jspecify.annotations.NullMarked;
