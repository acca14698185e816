/** The commands of {@code java -jar}: one class each, and what they share. */
@NullMarked
package dev.mcphotfix.agent.cli;

import org.jspecify.annotations.NullMarked;
