/** A strict OAuth authorization server and an MCP server that it protects, both on loopback. */
@NullMarked
package dev.mcphotfix.testapp.server;

import org.jspecify.annotations.NullMarked;
