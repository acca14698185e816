package dev.mcphotfix.agent.hook;

/**
 * A hook point together with what happens there.
 *
 * @param key what woven code says to tell which site it is; unique in the agent
 */
public record Site(String key, HookPoint point, HookHandler handler) {}
