/** What was seen of HTTP in a trace, as an archive that tools for HTTP read. */
@NullMarked
package dev.mcphotfix.agent.command.report.trace.har;

import org.jspecify.annotations.NullMarked;
