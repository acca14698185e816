/** Weaves what needs no more than a call where a method begins or returns. */
@NullMarked
package dev.mcphotfix.agent.weave.call;

import org.jspecify.annotations.NullMarked;
