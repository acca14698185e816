package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.Node;
import dev.mcphotfix.agent.config.json.Node.Kind;
import dev.mcphotfix.agent.config.json.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code mcpServers}. */
public final class ServerReader {

  private static final List<String> KEYS = List.of("type", "url", "headers", "oauth");

  /** The last three are the hosts' own and stay where a block is pasted from a host's file. */
  private static final List<String> OAUTH_KEYS =
      List.of(
          "clientId",
          "tokenEndpoint",
          "issuer",
          "authServerMetadataUrl",
          "callbackPort",
          "scopes",
          "clientSecret");

  private final Map<String, String> environment;
  private final Problems problems;

  /**
   * Reads with the environment that placeholders are filled from, and adds each objection to the
   * problems.
   */
  public ServerReader(Map<String, String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** An entry of the agent's own file, in which nothing may be unknown; null where it is wrong. */
  public @Nullable ServerDraft strict(Node server) {
    int before = problems.found().size();
    if (server.expect(Kind.OBJECT, problems)) {
      check(server);
    }
    ServerDraft draft = draft(server);
    return problems.found().size() == before ? draft : null;
  }

  private void check(Node server) {
    server.expectOnly(KEYS, problems);
    checkType(server);
    Node headers = server.member("headers", Kind.OBJECT, problems);
    if (headers != null) {
      for (Node header : headers.children()) {
        header.expect(Kind.STRING, problems);
      }
    }
    Node oauth = server.member("oauth", Kind.OBJECT, problems);
    if (oauth != null) {
      checkOauth(oauth);
    }
  }

  private void checkType(Node server) {
    Node url = server.member("url", Kind.STRING, problems);
    Node type = server.member("type", Kind.STRING, problems);
    if (url == null && type != null && "stdio".equals(type.string())) {
      type.problem("a stdio server has no OAuth client; leave it out", problems);
    }
  }

  private void checkOauth(Node oauth) {
    oauth.expectOnly(OAUTH_KEYS, problems);
    for (String key : List.of("clientId", "tokenEndpoint", "issuer", "authServerMetadataUrl")) {
      oauth.member(key, Kind.STRING, problems);
    }
    Node secret = oauth.member("clientSecret");
    if (secret != null) {
      secret.problem("not a key of this file; the agent never needs a secret, remove it", problems);
    }
  }

  /** The entry of any file; what is not of the right type is taken as absent. */
  ServerDraft draft(Node server) {
    Node oauth = server.member("oauth");
    String metadata = value("authServerMetadataUrl", member(oauth, "authServerMetadataUrl"));
    String issuer = value("issuer", member(oauth, "issuer"));
    Node clientId = clientId(server);
    return new ServerDraft(
        server.name(),
        server.origin(),
        clientId == null ? server.path().concat(".oauth.clientId") : clientId.path(),
        server.string("type"),
        value("url", url(server)),
        headers(server),
        value("clientId", clientId),
        value("tokenEndpoint", ClientWords.oauth(server, ClientWords.TOKEN_ENDPOINT)),
        issuer == null && metadata != null ? MetadataUrl.issuer(metadata) : issuer,
        clientId == null ? server.origin() : clientId.origin());
  }

  /** Where the entry of any file says its url; null where it has none, as a stdio server. */
  static @Nullable Node url(Node server) {
    Node url = ClientWords.first(server, ClientWords.URL);
    return url == null ? McpRemoteArguments.url(server) : url;
  }

  /** Where the entry of any file says the registered id; null where it does not. */
  static @Nullable Node clientId(Node server) {
    Node id = ClientWords.oauth(server, ClientWords.CLIENT_ID);
    return id == null ? McpRemoteArguments.clientId(server) : id;
  }

  private static @Nullable Node member(@Nullable Node parent, String key) {
    return parent == null ? null : parent.member(key);
  }

  /** With its placeholders filled in; null where it is absent or, with a problem, wrong. */
  private @Nullable String value(String key, @Nullable Node node) {
    String text = node == null ? null : node.string();
    if (node == null || text == null) {
      return null;
    }
    try {
      String value = Placeholders.expand(text, environment);
      String objection = ServerValue.objection(key, value);
      if (objection == null) {
        return value;
      }
      node.problem(objection, problems);
    } catch (IllegalArgumentException e) {
      node.problem(String.valueOf(e.getMessage()), problems);
    }
    return null;
  }

  /** As written, for a saved record's key may be made from them. */
  private static Map<String, String> headers(Node server) {
    Node headers = server.member("headers");
    Map<String, String> values = new LinkedHashMap<>();
    if (headers != null) {
      for (Node header : headers.children()) {
        String value = header.string();
        if (value != null) {
          values.put(header.name(), value);
        }
      }
    }
    return values;
  }
}
