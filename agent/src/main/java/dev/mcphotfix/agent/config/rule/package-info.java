/** The places in the host's own code that the operator declares. */
@NullMarked
package dev.mcphotfix.agent.config.rule;

import org.jspecify.annotations.NullMarked;
