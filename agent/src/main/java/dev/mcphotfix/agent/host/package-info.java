/**
 * Reaches into the host's own libraries, whose types the agent cannot name, and keeps what it
 * found.
 */
@NullMarked
package dev.mcphotfix.agent.host;

import org.jspecify.annotations.NullMarked;
