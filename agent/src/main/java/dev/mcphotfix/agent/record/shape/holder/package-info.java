/** What holds a record, or will. */
@NullMarked
package dev.mcphotfix.agent.record.shape.holder;

import org.jspecify.annotations.NullMarked;
