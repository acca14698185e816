/**
 * Sees what leaves the JVM in plain text, below every HTTP library and above encryption, and says
 * of a token request whether a hook has examined it.
 */
@NullMarked
package dev.mcphotfix.agent.witness;

import org.jspecify.annotations.NullMarked;
