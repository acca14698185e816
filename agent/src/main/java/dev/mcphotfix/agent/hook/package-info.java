/**
 * The words that the other packages share about a place in the host's code: where it is woven, what
 * is called there.
 */
@NullMarked
package dev.mcphotfix.agent.hook;

import org.jspecify.annotations.NullMarked;
