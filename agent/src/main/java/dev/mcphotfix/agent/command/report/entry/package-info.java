/** What the lines of a JSON log say, and how a report says it. */
@NullMarked
package dev.mcphotfix.agent.command.report.entry;

import org.jspecify.annotations.NullMarked;
