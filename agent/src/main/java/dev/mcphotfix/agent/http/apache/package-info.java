/** Apache HttpClient 4 and 5. */
@NullMarked
package dev.mcphotfix.agent.http.apache;

import org.jspecify.annotations.NullMarked;
