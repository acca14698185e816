/** What an operator can ask of an agent that runs, and how it answers. */
@NullMarked
package dev.mcphotfix.agent.control;

import org.jspecify.annotations.NullMarked;
