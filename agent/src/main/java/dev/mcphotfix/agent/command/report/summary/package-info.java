/** Reads decision logs and counts. */
@NullMarked
package dev.mcphotfix.agent.command.report.summary;

import org.jspecify.annotations.NullMarked;
