/** Shows what became of the refreshes of one client or of many. */
@NullMarked
package dev.mcphotfix.agent.command.report;

import org.jspecify.annotations.NullMarked;
