/** Replaces a file as a whole or not at all. */
@NullMarked
package dev.mcphotfix.agent.command.file;

import org.jspecify.annotations.NullMarked;
