/** The entry points of the agent. */
@NullMarked
package dev.mcphotfix.agent;

import org.jspecify.annotations.NullMarked;
