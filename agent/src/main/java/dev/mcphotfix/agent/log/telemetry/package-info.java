/**
 * The log as events of the flight recorder and figures of the management; loaded where they are
 * asked for only.
 */
@NullMarked
package dev.mcphotfix.agent.log.telemetry;

import org.jspecify.annotations.NullMarked;
