/** Jetty's HttpClient. */
@NullMarked
package dev.mcphotfix.agent.http.jetty;

import org.jspecify.annotations.NullMarked;
