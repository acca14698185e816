/** The shapes of credential records: read a property, set it or rebuild the record. */
@NullMarked
package dev.mcphotfix.agent.record;

import org.jspecify.annotations.NullMarked;
