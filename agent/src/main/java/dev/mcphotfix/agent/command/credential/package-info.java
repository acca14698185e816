/** The credential files of clients. */
@NullMarked
package dev.mcphotfix.agent.command.credential;

import org.jspecify.annotations.NullMarked;
