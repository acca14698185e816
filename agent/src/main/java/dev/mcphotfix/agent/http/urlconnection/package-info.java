/** HttpURLConnection of the JDK. */
@NullMarked
package dev.mcphotfix.agent.http.urlconnection;

import org.jspecify.annotations.NullMarked;
