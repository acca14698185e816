package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is said about which server a record belongs to. Every part has to hold.
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

  /** What a store document says by the key of the record's entry. */
  static ServerClaim ofEntry(String key) {
    return ofText(key, false);
  }

  /** This claim and what the record states. */
  ServerClaim and(RecordEvidence evidence) {
    return new ServerClaim(
        key, with(names, evidence.serverName()), with(urls, evidence.serverUrl()), explicit, only);
  }

  /** Whether the server may be meant, because nothing speaks against it. */
  boolean admits(ConfiguredServer server) {
    for (String name : names) {
      if (!name.equals(server.client().serverName())) {
        return false;
      }
    }
    for (String url : urls) {
      String configured = server.client().serverUrl();
      if (configured != null && !CanonicalUrl.isSameResource(url, configured)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether something speaks for a server that is admitted. A name alone is not enough where an
   * unknown key or a url that cannot be compared leaves a doubt.
   */
  boolean supports(ConfiguredServer server) {
    boolean compared = urls.isEmpty() || server.client().serverUrl() != null;
    if (!urls.isEmpty() && compared) {
      return true;
    }
    return key == null && (compared || explicit) && (only || !names.isEmpty());
  }

  /**
   * What a text says: a {@link StoreKey}, a url or a name.
   *
   * @param explicit whether the operator says so, and not only the record
   */
  static ServerClaim ofText(String text, boolean explicit) {
    StoreKey key = StoreKey.parse(text);
    if (key != null) {
      return new ServerClaim(key, List.of(key.name()), List.of(), explicit, false);
    }
    return text.contains("://")
        ? new ServerClaim(null, List.of(), List.of(text), explicit, false)
        : new ServerClaim(null, List.of(text), List.of(), explicit, false);
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
