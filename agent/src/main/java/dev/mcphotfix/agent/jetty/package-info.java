/** Jetty's HttpClient. */
@NullMarked
package dev.mcphotfix.agent.jetty;

import org.jspecify.annotations.NullMarked;
