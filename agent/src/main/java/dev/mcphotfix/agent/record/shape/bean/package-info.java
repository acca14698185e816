/** Records that are objects of a class of the host's. */
@NullMarked
package dev.mcphotfix.agent.record.shape.bean;

import org.jspecify.annotations.NullMarked;
