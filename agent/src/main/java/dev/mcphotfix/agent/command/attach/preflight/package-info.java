/** What is in the agent's way, before it is loaded. */
@NullMarked
package dev.mcphotfix.agent.command.attach.preflight;

import org.jspecify.annotations.NullMarked;
