/** Finds token endpoints through metadata. */
@NullMarked
package dev.mcphotfix.agent.oauth.discovery;

import org.jspecify.annotations.NullMarked;
