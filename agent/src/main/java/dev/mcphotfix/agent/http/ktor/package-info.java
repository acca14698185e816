/** The Ktor client. */
@NullMarked
package dev.mcphotfix.agent.http.ktor;

import org.jspecify.annotations.NullMarked;
