/** The other commands in the order in which they heal a client that is broken now. */
@NullMarked
package dev.mcphotfix.agent.command.attach.heal;

import org.jspecify.annotations.NullMarked;
