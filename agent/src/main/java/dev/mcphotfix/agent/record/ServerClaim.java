package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.config.rule.ServerReference;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is said about which server a record belongs to. Every part has to hold. Never guesses: a
 * wrong id is worse than none.
 *
 * @param key of a store, where the record is kept under one
 * @param explicit whether the rule itself, and not only the record, says which server it is
 * @param only whether the rule relies on one server being configured
 */
record ServerClaim(
    @Nullable StoreKey key, List<String> names, List<String> urls, boolean explicit, boolean only) {

  /** Nothing is said yet. */
  static final ServerClaim NONE = new ServerClaim(null, List.of(), List.of(), false, false);

  static ServerClaim of(ServerReference reference, List<@Nullable Object> arguments) {
    if (reference instanceof ServerReference.Named named) {
      return new ServerClaim(null, List.of(named.name()), List.of(), true, false);
    }
    if (reference instanceof ServerReference.Argument argument) {
      Object value = argument.index() < arguments.size() ? arguments.get(argument.index()) : null;
      return value == null ? NONE : ofText(value.toString(), true);
    }
    return reference instanceof ServerReference.OnlyConfigured
        ? new ServerClaim(null, List.of(), List.of(), true, true)
        : NONE;
  }

  /**
   * What a text says: a {@link StoreKey}, a url or a name.
   *
   * @param explicit whether the operator says so, and not only the record or the entry it is in
   */
  static ServerClaim ofText(String text, boolean explicit) {
    StoreKey key = StoreKey.parse(text);
    boolean url = key == null && text.contains("://");
    String name = key == null ? text : key.name();
    return new ServerClaim(
        key, url ? List.of() : List.of(name), url ? List.of(text) : List.of(), explicit, false);
  }

  /** This claim and what the record states. */
  ServerClaim and(RecordEvidence evidence) {
    return new ServerClaim(
        key, with(names, evidence.serverName()), with(urls, evidence.serverUrl()), explicit, only);
  }

  /**
   * The clients of the servers that the record may belong to: those whose store key it is; where
   * there are none, those that the claim supports.
   */
  List<StaticClient> candidates(List<ServerConfiguration> servers) {
    List<StaticClient> byKey = new ArrayList<>();
    List<StaticClient> supported = new ArrayList<>();
    for (ServerConfiguration server : servers) {
      if (admits(server.client())) {
        if (key != null && key.belongsTo(server)) {
          byKey.add(server.client());
        } else if (supports(server.client())) {
          supported.add(server.client());
        }
      }
    }
    return byKey.isEmpty() ? supported : byKey;
  }

  /** Whether the server may be meant, because nothing speaks against it. */
  private boolean admits(StaticClient client) {
    for (String name : names) {
      if (!name.equals(client.serverName())) {
        return false;
      }
    }
    for (String url : urls) {
      if (client.serverUrl() != null && !CanonicalUrl.isSameResource(url, client.serverUrl())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether something speaks for a server that is admitted. A name alone is not enough where an
   * unknown key or a url that cannot be compared leaves a doubt.
   */
  private boolean supports(StaticClient client) {
    boolean compared = urls.isEmpty() || client.serverUrl() != null;
    if (!urls.isEmpty() && compared) {
      return true;
    }
    return key == null && (compared || explicit) && (only || !names.isEmpty());
  }

  private static List<String> with(List<String> all, @Nullable String more) {
    if (more == null) {
      return all;
    }
    List<String> result = new ArrayList<>(all);
    result.add(more);
    return result;
  }
}
