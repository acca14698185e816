/** A token request from the hook to its answer: decided once, told, and learned from. */
@NullMarked
package dev.mcphotfix.agent.oauth.exchange;

import org.jspecify.annotations.NullMarked;
