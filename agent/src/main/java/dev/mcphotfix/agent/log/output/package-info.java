/** Where lines of the log go, and in which format. */
@NullMarked
package dev.mcphotfix.agent.log.output;

import org.jspecify.annotations.NullMarked;
