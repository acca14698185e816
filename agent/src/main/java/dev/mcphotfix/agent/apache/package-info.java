/** Apache HttpClient 4 and 5, blocking and asynchronous. */
@NullMarked
package dev.mcphotfix.agent.apache;

import org.jspecify.annotations.NullMarked;
