package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.Node;
import dev.mcphotfix.agent.config.json.NodeReader;
import org.jspecify.annotations.Nullable;

/**
 * A server that a client starts as a process, {@code npx mcp-remote URL}, and that speaks for it to
 * a remote one: url and id are among the arguments.
 */
final class McpRemoteArguments {

  private static final String NAME = "mcp-remote";
  private static final String CLIENT = "--static-oauth-client-info";

  private McpRemoteArguments() {}

  /** The url of the remote server; null where this is no such process. */
  static @Nullable Node url(Node server) {
    boolean named = isNamed(server.string("command"));
    Node arguments = server.member("args");
    if (arguments == null) {
      return null;
    }
    for (Node argument : arguments.children()) {
      String text = argument.string();
      if (text != null && named && (text.startsWith("https://") || text.startsWith("http://"))) {
        return argument;
      }
      named |= isNamed(text);
    }
    return null;
  }

  /** The registered id; null where none is told, or not as an object. */
  static @Nullable Node clientId(Node server) {
    Node arguments = server.member("args");
    boolean next = false;
    if (arguments != null) {
      for (Node argument : arguments.children()) {
        if (next) {
          return ClientWords.first(NodeReader.readText(argument), ClientWords.CLIENT_ID);
        }
        next = CLIENT.equals(argument.string());
      }
    }
    return null;
  }

  /** With a version or a path, too. */
  private static boolean isNamed(@Nullable String word) {
    if (word == null) {
      return false;
    }
    String name = word.substring(1 + Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')));
    return name.equals(NAME) || name.startsWith(NAME + "@");
  }
}
