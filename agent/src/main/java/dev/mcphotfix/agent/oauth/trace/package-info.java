/** What an OAuth client does, step by step, as the operator is told who asks for it. */
@NullMarked
package dev.mcphotfix.agent.oauth.trace;

import org.jspecify.annotations.NullMarked;
