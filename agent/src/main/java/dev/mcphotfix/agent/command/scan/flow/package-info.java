/** What becomes of a form in the method that makes it. */
@NullMarked
package dev.mcphotfix.agent.command.scan.flow;

import org.jspecify.annotations.NullMarked;
