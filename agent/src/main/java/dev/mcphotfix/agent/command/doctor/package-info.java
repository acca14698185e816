/** Looks for the cause of a failing refresh as a person would. */
@NullMarked
package dev.mcphotfix.agent.command.doctor;

import org.jspecify.annotations.NullMarked;
