/** Puts the parts together, in order; the only package that knows all others. */
@NullMarked
package dev.mcphotfix.agent.startup;

import org.jspecify.annotations.NullMarked;
