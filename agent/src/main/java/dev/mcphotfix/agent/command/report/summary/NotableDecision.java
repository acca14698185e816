package dev.mcphotfix.agent.command.report.summary;

/**
 * A single decision that somebody should look at.
 *
 * @param time milliseconds of the epoch
 * @param group the decisions that it is one of
 */
public record NotableDecision(long time, Group group, LoggedAnswer answer) {}
