/** The report as a page. */
@NullMarked
package dev.mcphotfix.agent.command.report.page;

import org.jspecify.annotations.NullMarked;
