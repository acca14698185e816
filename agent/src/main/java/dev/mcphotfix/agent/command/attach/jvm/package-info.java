/** Finds running JVMs and says what they are, without touching them. */
@NullMarked
package dev.mcphotfix.agent.command.attach.jvm;

import org.jspecify.annotations.NullMarked;
