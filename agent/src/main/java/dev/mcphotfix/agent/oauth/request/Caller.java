package dev.mcphotfix.agent.oauth.request;

import dev.mcphotfix.agent.host.caller.CallPath;
import org.jspecify.annotations.Nullable;

/**
 * Who has a request sent, as is seen on the thread that hands it to an HTTP library: that may send
 * it on a thread of its own.
 *
 * @param path from the client's own methods; null where none of them is on the stack
 * @param span in which it is, for the host's own tracing; null for none
 */
public record Caller(@Nullable CallPath path, @Nullable Object span) {}
