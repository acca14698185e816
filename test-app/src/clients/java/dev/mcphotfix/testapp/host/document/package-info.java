/** An MCP client that keeps Java records as JSON and refreshes by WebClient with client_id=null. */
@NullMarked
package dev.mcphotfix.testapp.host.document;

import org.jspecify.annotations.NullMarked;
