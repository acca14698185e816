/** Finds in an application's jars the methods that rules should name. */
@NullMarked
package dev.mcphotfix.agent.command.scan;

import org.jspecify.annotations.NullMarked;
