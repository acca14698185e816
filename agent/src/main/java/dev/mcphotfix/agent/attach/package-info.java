/**
 * Finds JVMs that are already running, says what stands in the way of the agent, and speaks to the
 * agent inside; never in a client's JVM.
 */
@NullMarked
package dev.mcphotfix.agent.attach;

import org.jspecify.annotations.NullMarked;
