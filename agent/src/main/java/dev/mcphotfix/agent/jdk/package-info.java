/** What the JDK itself offers for HTTP: its HttpClient and HttpURLConnection. */
@NullMarked
package dev.mcphotfix.agent.jdk;

import org.jspecify.annotations.NullMarked;
