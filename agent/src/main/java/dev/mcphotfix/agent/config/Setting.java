package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.Origin;

/** An effective value and where it was given. */
public record Setting<T>(T value, Origin origin) {}
