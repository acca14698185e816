package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.weave.HookTransformer;
import org.jspecify.annotations.Nullable;

/**
 * All that follows from one configuration; a reload begins another one.
 *
 * @param number from 1 on
 * @param arguments the options that the configuration was read from
 */
record Generation(
    int number,
    @Nullable String arguments,
    HookServices services,
    HookCatalogue catalogue,
    HookTransformer transformer) {}
