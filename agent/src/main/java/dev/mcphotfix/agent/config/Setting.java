package dev.mcphotfix.agent.config;

/** An effective value and where it was given. */
public record Setting<T>(T value, Origin origin) {}
