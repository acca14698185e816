package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Begins the discovery for a server when the client first speaks to it, so that the first refresh
 * finds the answer there. Asked about each request of the client, and thread-safe: costs one field
 * once the client has spoken to all servers, and no object for a request to another host.
 */
final class FirstContact {

  private final Knowledge knowledge;
  private final AuthorizationServerDirectory directory;

  /** Those to which the client has not spoken yet. Never changed, but replaced. */
  private volatile Map<CanonicalUrl, List<StaticClient>> ahead = Map.of();

  /** Of all clients whose endpoint only discovery can tell; of none where it is off. */
  FirstContact(Knowledge knowledge, AuthorizationServerDirectory directory) {
    this.knowledge = knowledge;
    this.directory = directory;
    if (directory != AuthorizationServerDirectory.NONE) {
      ahead = byServerUrl(knowledge.clients().withoutEndpoint());
    }
  }

  private static Map<CanonicalUrl, List<StaticClient>> byServerUrl(List<StaticClient> clients) {
    Map<CanonicalUrl, List<StaticClient>> byUrl = new HashMap<>();
    for (StaticClient client : clients) {
      CanonicalUrl url = CanonicalUrl.ofResource(client.serverUrl());
      if (url != null) {
        List<StaticClient> before = byUrl.get(url);
        List<StaticClient> all = before == null ? new ArrayList<>(1) : before;
        all.add(client);
        byUrl.put(url, all);
      }
    }
    return byUrl;
  }

  /** Whether a request is to be told at all: not once the client has spoken to all servers. */
  boolean isAhead() {
    return !ahead.isEmpty();
  }

  /** The client sends a request there, of any kind. Waits for nothing, and never throws. */
  void met(String url) {
    try {
      if (isAhead() && mayBeAhead(url)) {
        for (StaticClient client : taken(CanonicalUrl.ofResource(url))) {
          begin(client);
        }
      }
    } catch (Throwable e) { // Then the first refresh finds it out.
    }
  }

  /**
   * The client has been running, and may have spoken to any of them. Waits for nothing, and never
   * throws. When it speaks to one, what failed until then is tried again.
   */
  void metAll() {
    try {
      if (directory != AuthorizationServerDirectory.NONE) {
        for (StaticClient client : knowledge.clients().withoutEndpoint()) {
          directory.lookAhead(client);
          learnWhenFound(client);
        }
      }
    } catch (Throwable e) { // Then the first refresh finds it out.
    }
  }

  /** Whether what was begun for one of them has not ended yet. */
  boolean isUnderWay() {
    for (StaticClient client : knowledge.clients().withoutEndpoint()) {
      if (directory.isUnderWay(client)) {
        return true;
      }
    }
    return false;
  }

  /** User information would stand before the host. */
  private boolean mayBeAhead(String url) {
    for (CanonicalUrl each : ahead.keySet()) {
      String origin = each.origin();
      if (url.regionMatches(true, 0, origin, 0, origin.length()) || url.indexOf('@') >= 0) {
        return true;
      }
    }
    return false;
  }

  private List<StaticClient> taken(@Nullable CanonicalUrl url) {
    return url == null || !ahead.containsKey(url) ? List.of() : take(url);
  }

  private synchronized List<StaticClient> take(CanonicalUrl url) {
    Map<CanonicalUrl, List<StaticClient>> rest = new HashMap<>(ahead);
    List<StaticClient> taken = rest.remove(url);
    ahead = rest;
    return taken == null ? List.of() : taken;
  }

  private void begin(StaticClient client) {
    directory.prepare(client);
    learnWhenFound(client);
  }

  private void learnWhenFound(StaticClient client) {
    if (!directory.await(client, () -> learn(client))) {
      learn(client);
    }
  }

  /** For good, as what a refresh finds out. */
  private void learn(StaticClient client) {
    knowledge.endpoints().discovered(client, directory.known(client));
  }
}
