/** An MCP client that keeps its credentials as rows and refreshes with an empty client_id. */
@NullMarked
package dev.mcphotfix.testapp.host.repository;

import org.jspecify.annotations.NullMarked;
