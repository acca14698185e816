/** The command line, never in a host's JVM. */
@NullMarked
package dev.mcphotfix.agent.command;

import org.jspecify.annotations.NullMarked;
