/** The log of the host itself, found once it is initialised and never initialised from here. */
@NullMarked
package dev.mcphotfix.agent.hostlog;

import org.jspecify.annotations.NullMarked;
