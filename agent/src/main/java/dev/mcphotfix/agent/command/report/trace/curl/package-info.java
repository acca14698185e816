/** Token requests as commands that send them again, for a POSIX shell. */
@NullMarked
package dev.mcphotfix.agent.command.report.trace.curl;

import org.jspecify.annotations.NullMarked;
