/** The HttpClient of the JDK. */
@NullMarked
package dev.mcphotfix.agent.http.jdk;

import org.jspecify.annotations.NullMarked;
