/** What a command shows: findings, tables, JSON, exit codes. */
@NullMarked
package dev.mcphotfix.agent.command.terminal;

import org.jspecify.annotations.NullMarked;
