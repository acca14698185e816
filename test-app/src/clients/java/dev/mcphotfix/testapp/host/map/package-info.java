/**
 * An MCP client that keeps its credentials as maps and refreshes by OkHttp, without a client_id.
 */
@NullMarked
package dev.mcphotfix.testapp.host.map;

import org.jspecify.annotations.NullMarked;
