/** Decides about credential records and heals them. */
@NullMarked
package dev.mcphotfix.agent.record;

import org.jspecify.annotations.NullMarked;
