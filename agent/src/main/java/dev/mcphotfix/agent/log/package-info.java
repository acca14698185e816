/**
 * The words of a decision, action and reason, and what the log is made of; what decides is in oauth
 * and record.
 */
@NullMarked
package dev.mcphotfix.agent.log;

import org.jspecify.annotations.NullMarked;
