/**
 * What each start loads, and nothing else: takes the flag, keeps the rest of the agent waiting in
 * the nested jar until a class that must be woven is met.
 */
@NullMarked
package dev.mcphotfix.agent.launch;

import org.jspecify.annotations.NullMarked;
