/** The shapes in which hosts hold a credential record. */
@NullMarked
package dev.mcphotfix.agent.record.shape;

import org.jspecify.annotations.NullMarked;
