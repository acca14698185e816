/** The WebClient of Helidon. */
@NullMarked
package dev.mcphotfix.agent.http.helidon;

import org.jspecify.annotations.NullMarked;
