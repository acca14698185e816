/** An MCP client that keeps its credentials as a JSON tree and refreshes without a client_id. */
@NullMarked
package dev.mcphotfix.testapp.host.report;

import org.jspecify.annotations.NullMarked;
