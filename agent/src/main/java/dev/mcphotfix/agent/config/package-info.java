/** What the operator asked for: immutable, read once, each value with where it came from. */
@NullMarked
package dev.mcphotfix.agent.config;

import org.jspecify.annotations.NullMarked;
