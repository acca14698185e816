/**
 * What the agent costs beside others, measured by {@code mvn -Pbench verify}; printed as tables,
 * asserted by nobody.
 */
@NullMarked
package dev.mcphotfix.testapp.bench;

import org.jspecify.annotations.NullMarked;
