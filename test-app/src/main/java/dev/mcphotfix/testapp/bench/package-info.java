/** What the agent costs, measured; printed as tables, asserted by nobody. */
@NullMarked
package dev.mcphotfix.testapp.bench;

import org.jspecify.annotations.NullMarked;
