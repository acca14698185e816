/** The log through the logging of the host. */
@NullMarked
package dev.mcphotfix.agent.log.host;

import org.jspecify.annotations.NullMarked;
