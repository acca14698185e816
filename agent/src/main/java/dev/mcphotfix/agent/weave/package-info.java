/** Which classes, which methods, which advice: the transformer and what it puts into the host. */
@NullMarked
package dev.mcphotfix.agent.weave;

import org.jspecify.annotations.NullMarked;
