/** Pages that load nothing: their markup, their one style, and where they are written. */
@NullMarked
package dev.mcphotfix.agent.command.report.markup;

import org.jspecify.annotations.NullMarked;
