/** What all HTTP stacks share: what a stack is, how its objects are called, and held bodies. */
@NullMarked
package dev.mcphotfix.agent.http;

import org.jspecify.annotations.NullMarked;
