/** What the lines of a log say, and how it is shown. */
@NullMarked
package dev.mcphotfix.agent.command.log;

import org.jspecify.annotations.NullMarked;
