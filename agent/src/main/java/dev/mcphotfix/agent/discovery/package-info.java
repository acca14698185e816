/** Finds the token endpoint of a server whose configuration names none, through its metadata. */
@NullMarked
package dev.mcphotfix.agent.discovery;

import org.jspecify.annotations.NullMarked;
