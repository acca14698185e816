/** The steps of a trace as events of the host's OpenTelemetry spans. */
@NullMarked
package dev.mcphotfix.agent.log.span;

import org.jspecify.annotations.NullMarked;
