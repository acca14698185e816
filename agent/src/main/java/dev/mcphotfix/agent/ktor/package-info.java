/** Ktor's client and its engines. */
@NullMarked
package dev.mcphotfix.agent.ktor;

import org.jspecify.annotations.NullMarked;
