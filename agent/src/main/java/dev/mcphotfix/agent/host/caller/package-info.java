/**
 * Who of the client's own has a request sent: its methods on the stack, and what they are called.
 */
@NullMarked
package dev.mcphotfix.agent.host.caller;

import org.jspecify.annotations.NullMarked;
