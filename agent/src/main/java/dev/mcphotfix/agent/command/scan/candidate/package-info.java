/** Which methods may be what a rule should name, and how likely that is. */
@NullMarked
package dev.mcphotfix.agent.command.scan.candidate;

import org.jspecify.annotations.NullMarked;
