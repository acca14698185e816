/** The conversations that a trace has told, each as a timeline in the terminal. */
@NullMarked
package dev.mcphotfix.agent.command.report.trace;

import org.jspecify.annotations.NullMarked;
