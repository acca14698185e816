/**
 * An MCP client that keeps two secrets for each server and refreshes by Ktor, without a client_id.
 */
@NullMarked
package dev.mcphotfix.testapp.host.keychain;

import org.jspecify.annotations.NullMarked;
