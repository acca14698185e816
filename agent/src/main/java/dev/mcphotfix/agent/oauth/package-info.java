/** The protocol, pure: form body, token request, decision table, which server a request is for. */
@NullMarked
package dev.mcphotfix.agent.oauth;

import org.jspecify.annotations.NullMarked;
