package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client that keeps a registration and its tokens in two objects of one entry, its entries in one
 * file by name.
 *
 * @param names of entries; the group is the server's name, or its hash
 * @param hash how that tells the server
 * @param registration the name of that object; empty where it is the entry itself
 * @param id what it calls the id
 * @param tokens the name of the object with the tokens
 * @param words of which the tokens have at least one: others have objects of that name, too
 */
record SplitEntries(
    String title,
    Pattern names,
    HashedName hash,
    String registration,
    String id,
    String tokens,
    List<String> words)
    implements CredentialShape {

  /** The {@code mcp-auth.json} of opencode. */
  static final SplitEntries OPENCODE =
      new SplitEntries(
          "opencode",
          Pattern.compile("(.*)", Pattern.DOTALL),
          HashedName.NONE,
          "clientInfo",
          "clientId",
          "tokens",
          List.of("accessToken", "refreshToken"));

  /** The secrets of goose, in which rmcp's {@code StoredCredentials} are one of many. */
  static final SplitEntries GOOSE =
      new SplitEntries(
          "goose",
          Pattern.compile("oauth_creds_(.+)"),
          HashedName.NONE,
          "",
          "client_id",
          "token_response",
          List.of("access_token", "refresh_token"));

  /** What Cline keeps in its secret of MCP servers. */
  static final SplitEntries CLINE =
      new SplitEntries(
          "Cline",
          Pattern.compile("([0-9a-f]{32})"),
          new HashedName(32, SplitEntries::nameAndUrl),
          "client_info",
          "client_id",
          "tokens",
          List.of("access_token", "refresh_token"));

  @Override
  public @Nullable List<FoundRecord> records(Object root, List<ServerConfiguration> servers) {
    if (!(root instanceof JsonObject object)) {
      return null;
    }
    List<FoundRecord> records = new ArrayList<>();
    boolean known = false;
    for (String name : object.names()) {
      Matcher called = names.matcher(name);
      JsonObject entry = called.matches() ? object.object(name) : null;
      SplitRecord record = entry == null ? null : record(entry);
      if (record != null && entry != null) {
        known |= tells(record, entry);
        records.add(found(name, said(called.group(1), servers), record));
      }
    }
    return known ? records : null;
  }

  private String said(String name, List<ServerConfiguration> servers) {
    ServerConfiguration server = hash.server(name, servers);
    return server == null ? name : server.client().serverName();
  }

  private static List<String> nameAndUrl(ServerConfiguration server) {
    return List.of(server.client().serverName() + ':' + server.client().serverUrl());
  }

  private FoundRecord found(String name, String server, SplitRecord record) {
    String property = registration.isEmpty() ? id : registration + '.' + id;
    return new FoundRecord(
        FoundRecord.pointer("", name), record.record(property, "serverUrl", server, false));
  }

  /** Null where neither of the two is there: before the login, tokens may be missing. */
  private @Nullable SplitRecord record(JsonObject entry) {
    JsonObject registered = registration.isEmpty() ? entry : entry.object(registration);
    JsonObject held = entry.object(tokens);
    boolean none = held == null && (registered == null || registration.isEmpty());
    return none ? null : new SplitRecord(entry, registered, held);
  }

  private boolean tells(SplitRecord record, JsonObject entry) {
    JsonObject held = record.tokens();
    JsonObject registered = record.registration();
    boolean token = held != null && words.stream().anyMatch(word -> held.text(word) != null);
    return token
        || (registered != null && registered.text(id) != null && entry.text("serverUrl") != null);
  }
}
