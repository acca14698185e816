/** What the agent would weave in an application that is not running. */
@NullMarked
package dev.mcphotfix.agent.rehearsal;

import org.jspecify.annotations.NullMarked;
