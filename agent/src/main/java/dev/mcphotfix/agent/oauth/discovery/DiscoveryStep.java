package dev.mcphotfix.agent.oauth.discovery;

/**
 * What was asked for on the way from an MCP server to its authorization servers, and what came.
 *
 * @param step {@code challenge}, {@code protected-resource}, {@code authorization-server}, or
 *     {@code assumed}
 * @param url without its query
 * @param answer in our words
 * @param useful whether it led further
 */
public record DiscoveryStep(String step, String url, String answer, boolean useful) {}
