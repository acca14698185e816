/** Heals the credential records in a file, and replaces files so that none is ever half written. */
@NullMarked
package dev.mcphotfix.agent.repair;

import org.jspecify.annotations.NullMarked;
