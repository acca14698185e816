package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.rule.ServerReference;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hook, the servers that it knows, and what it said and taught. */
public final class HookFixture {

  public static final String ID = "my-static-client";
  public static final String URL = "https://mcp.example.com/mcp";
  static final ServerConfiguration EXAMPLE = server("example-server", URL, ID, null);

  public final List<Entry> entries = new ArrayList<>();
  final List<String> learned = new ArrayList<>();
  private final List<ServerConfiguration> servers;
  private ServerReference reference = new ServerReference.FromRecord();
  private String property = "clientId";
  private boolean observe;
  private @Nullable CredentialHook hook;

  public HookFixture(ServerConfiguration... servers) {
    this.servers = List.of(servers);
  }

  public static HookFixture example() {
    return new HookFixture(EXAMPLE);
  }

  public static ServerConfiguration server(
      String name, @Nullable String url, String clientId, @Nullable String issuer) {
    StaticClient client = new StaticClient(name, url, clientId, null, issuer);
    return new ServerConfiguration(client, "http", Map.of(), Origin.DEFAULT);
  }

  /** A record of the example server that lacks the id. */
  public static Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("serverName", "example-server");
    record.put("serverUrl", URL);
    record.put("accessToken", "at-secret");
    record.put("refreshToken", "rt-secret");
    record.put("expiresAt", 1782424027389L);
    return record;
  }

  HookFixture referring(ServerReference reference) {
    this.reference = reference;
    hook = null;
    return this;
  }

  public HookFixture property(String property) {
    this.property = property;
    hook = null;
    return this;
  }

  public HookFixture observing() {
    observe = true;
    hook = null;
    return this;
  }

  public @Nullable Object handle(@Nullable Object value, @Nullable Object... arguments) {
    CredentialHook current = hook == null ? make() : hook;
    hook = current;
    return current.handle(new Invocation("save", null, Arrays.asList(arguments), value));
  }

  private CredentialHook make() {
    return new CredentialHook(
        "save",
        property,
        reference,
        servers,
        observe,
        entries::add,
        (token, server, id) -> learned.add(token + ' ' + server + ' ' + id));
  }

  public List<String> reasons() {
    return entries.stream().map(entry -> String.valueOf(entry.facts().get("reason"))).toList();
  }
}
