/**
 * Reads decision logs and shows what became of the refreshes, on a page that needs nothing else.
 */
@NullMarked
package dev.mcphotfix.agent.report;

import org.jspecify.annotations.NullMarked;
