/** Finds the methods of an unknown application that save, load and refresh credentials. */
@NullMarked
package dev.mcphotfix.agent.scan;

import org.jspecify.annotations.NullMarked;
