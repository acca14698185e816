/** What logs tell of each conversation, step by step. */
@NullMarked
package dev.mcphotfix.agent.command.report.trace.conversation;

import org.jspecify.annotations.NullMarked;
