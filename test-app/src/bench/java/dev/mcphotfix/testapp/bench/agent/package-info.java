/** Agents to compare with, from one that does nothing on. */
@NullMarked
package dev.mcphotfix.testapp.bench.agent;

import org.jspecify.annotations.NullMarked;
