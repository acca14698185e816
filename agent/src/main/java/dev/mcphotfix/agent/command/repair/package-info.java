/** Adds the missing id to records on disk. */
@NullMarked
package dev.mcphotfix.agent.command.repair;

import org.jspecify.annotations.NullMarked;
