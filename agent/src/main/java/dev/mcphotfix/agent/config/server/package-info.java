/** Which MCP servers and registered clients the operator has. */
@NullMarked
package dev.mcphotfix.agent.config.server;

import org.jspecify.annotations.NullMarked;
