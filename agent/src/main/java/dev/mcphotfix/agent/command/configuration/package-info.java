/** A configuration that is given to a command. */
@NullMarked
package dev.mcphotfix.agent.command.configuration;

import org.jspecify.annotations.NullMarked;
