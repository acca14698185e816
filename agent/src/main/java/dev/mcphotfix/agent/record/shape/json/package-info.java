/** Records that are JSON: as text, and as objects of a library. */
@NullMarked
package dev.mcphotfix.agent.record.shape.json;

import org.jspecify.annotations.NullMarked;
