package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words by which the files of MCP clients say what the agent needs. The first of each list is
 * the one of the agent's own file.
 */
final class ClientWords {

  /** What holds the servers: most clients, VS Code, opencode, Codex. */
  static final List<String> SERVERS = List.of("mcpServers", "servers", "mcp", "mcp_servers");

  static final List<String> URL = List.of("url", "httpUrl", "serverUrl", "uri");

  static final List<String> CLIENT_ID =
      List.of("clientId", "client_id", "CLIENT_ID", "oauthClientId");

  static final List<String> TOKEN_ENDPOINT =
      List.of("tokenEndpoint", "token_endpoint", "tokenUrl", "token_url");

  private static final List<String> OAUTH = List.of("oauth", "auth");

  private ClientWords() {}

  /** The first of these members that is there; null where none is. */
  static @Nullable Node first(@Nullable Node parent, List<String> words) {
    for (String word : words) {
      Node member = parent == null ? null : parent.member(word);
      if (member != null) {
        return member;
      }
    }
    return null;
  }

  /** What one of these words names in the block about OAuth, or else beside the url. */
  static @Nullable Node oauth(Node server, List<String> words) {
    for (String block : OAUTH) {
      Node found = first(server.member(block), words);
      if (found != null) {
        return found;
      }
    }
    return first(server, words);
  }
}
