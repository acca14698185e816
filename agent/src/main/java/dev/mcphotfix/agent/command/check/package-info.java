/** Says what the agent would make of a configuration and of an application. */
@NullMarked
package dev.mcphotfix.agent.command.check;

import org.jspecify.annotations.NullMarked;
