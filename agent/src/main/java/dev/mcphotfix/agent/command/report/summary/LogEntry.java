package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.log.Event;
import org.jspecify.annotations.Nullable;

/**
 * What a report takes from a line of a JSON log. The texts are as the log has them, not yet fit to
 * be shown.
 *
 * @param time milliseconds of the epoch
 * @param event null where it is none of this version
 */
record LogEntry(
    long time,
    String level,
    @Nullable Event event,
    @Nullable String server,
    @Nullable String endpoint,
    @Nullable String reason,
    @Nullable String hook,
    @Nullable String request,
    @Nullable String status,
    @Nullable String error,
    @Nullable String description,
    @Nullable String advice,
    @Nullable String host,
    @Nullable String pid) {}
