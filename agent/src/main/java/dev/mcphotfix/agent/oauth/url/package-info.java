/** The one way to compare urls. */
@NullMarked
package dev.mcphotfix.agent.oauth.url;

import org.jspecify.annotations.NullMarked;
