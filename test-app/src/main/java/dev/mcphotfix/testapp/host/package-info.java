/** What MCP client applications have in common: configuration, login, connection, commands. */
@NullMarked
package dev.mcphotfix.testapp.host;

import org.jspecify.annotations.NullMarked;
