package dev.mcphotfix.agent.weave.host;

/** Has nothing of its own. */
public final class MemoryStore implements LoggedStore {}
