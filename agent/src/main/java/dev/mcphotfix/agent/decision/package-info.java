/** What was done at a hook and why, and the log that says so without a secret in it. */
@NullMarked
package dev.mcphotfix.agent.decision;

import org.jspecify.annotations.NullMarked;
