/** What all HTTP stacks share. */
@NullMarked
package dev.mcphotfix.agent.http;

import org.jspecify.annotations.NullMarked;
