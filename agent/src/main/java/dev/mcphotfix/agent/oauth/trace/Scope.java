package dev.mcphotfix.agent.oauth.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * A scope (RFC 6749 section 3.3) as it may be shown. What a client puts there by mistake may be a
 * secret that reads like a word, so that only words are shown of which scopes are made.
 */
final class Scope {

  private static final int MOST = 24;
  private static final String SEPARATORS = ":._-/";

  private static final Set<String> WORDS =
      Set.of(
          "openid",
          "profile",
          "email",
          "address",
          "phone",
          "offline",
          "access",
          "default",
          "mcp",
          "mcps",
          "server",
          "servers",
          "client",
          "tool",
          "tools",
          "resource",
          "resources",
          "prompt",
          "prompts",
          "read",
          "write",
          "readonly",
          "readwrite",
          "list",
          "get",
          "call",
          "invoke",
          "execute",
          "run",
          "use",
          "create",
          "update",
          "delete",
          "edit",
          "manage",
          "admin",
          "all",
          "user",
          "users",
          "account",
          "accounts",
          "org",
          "team",
          "group",
          "groups",
          "role",
          "roles",
          "api",
          "app",
          "apps",
          "data",
          "file",
          "files",
          "repo",
          "issue",
          "issues",
          "project",
          "projects",
          "task",
          "tasks",
          "event",
          "events",
          "calendar",
          "mail",
          "message",
          "messages",
          "chat",
          "channel",
          "channels",
          "document",
          "documents",
          "page",
          "pages",
          "content",
          "search",
          "query",
          "me",
          "public",
          "private",
          "basic",
          "full",
          "token",
          "tokens");

  private Scope() {}

  /** Its parts in their order, each masked that is none; {@code none} for an empty one. */
  static String shown(String scope) {
    List<String> parts = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(scope, " ");
    while (tokens.hasMoreTokens() && parts.size() < MOST) {
      String part = tokens.nextToken();
      parts.add(isScope(part) ? part : "***");
    }
    return parts.isEmpty() ? "none" : String.join(" ", parts);
  }

  private static boolean isScope(String part) {
    StringTokenizer words = new StringTokenizer(part, SEPARATORS);
    boolean scope = words.hasMoreTokens();
    while (words.hasMoreTokens()) {
      scope &= WORDS.contains(words.nextToken().toLowerCase(Locale.ROOT));
    }
    return scope;
  }
}
