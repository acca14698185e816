/**
 * Libraries on top of the HTTP libraries, and their own ways to refresh a token without a {@code
 * client_id}: the agent knows none of them.
 */
@NullMarked
package dev.mcphotfix.testapp.library;

import org.jspecify.annotations.NullMarked;
