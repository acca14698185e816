/** The agent in the JVM's own tools: flight recorder and management. Only where it is asked for. */
@NullMarked
package dev.mcphotfix.agent.telemetry;

import org.jspecify.annotations.NullMarked;
