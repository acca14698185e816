/** The protocol, pure: the decision table and the evidence for it. */
@NullMarked
package dev.mcphotfix.agent.oauth.decision;

import org.jspecify.annotations.NullMarked;
