/** Walks what a class path means: folders, jars, and jars inside them. */
@NullMarked
package dev.mcphotfix.agent.command.classpath;

import org.jspecify.annotations.NullMarked;
