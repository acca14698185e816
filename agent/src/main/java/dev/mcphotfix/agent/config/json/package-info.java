/** A file of the operator, with what is wrong in it and where. */
@NullMarked
package dev.mcphotfix.agent.config.json;

import org.jspecify.annotations.NullMarked;
