package dev.mcphotfix.agent.oauth.discovery;

import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One walk from an MCP server to its authorization servers, in the order that the MCP specification
 * gives: the challenge, the protected resource's metadata, the authorization servers' metadata.
 */
final class Discovery {

  private static final int MOST_SERVERS = 4;

  private final StaticClient client;
  private final MetadataFetcher fetcher;
  private final Journal journal;
  private final AuthorizationServerMetadata servers;

  /**
   * A walk for that client.
   *
   * @param learned the issuers that an earlier walk found; empty at the first
   */
  Discovery(StaticClient client, MetadataFetcher fetcher, Journal journal, Set<String> learned) {
    this.client = client;
    this.fetcher = fetcher;
    this.journal = journal;
    this.servers = new AuthorizationServerMetadata(client, fetcher, journal, learned);
  }

  /** What was found, the configured issuer first; empty where nothing was. */
  List<AuthorizationServer> run() {
    String issuer = client.issuer();
    if (issuer != null) {
      servers.add(issuer);
    }
    String url = client.serverUrl();
    if (url != null) {
      addAdvertised(url);
    }
    return servers.found();
  }

  private void addAdvertised(String url) {
    boolean absent = true;
    Set<String> candidates = new LinkedHashSet<>(announced(url));
    candidates.addAll(WellKnown.ofProtectedResource(url));
    for (String candidate : candidates) {
      Fetched fetched = fetcher.document(candidate);
      List<String> issuers = issuers(fetched, candidate, url);
      if (!issuers.isEmpty()) {
        addAll(issuers);
        return;
      }
      absent &= fetched.absent();
    }
    if (client.issuer() == null && absent) {
      addWithoutProtectedResource(url);
    }
  }

  /** What the server's challenge names; none where it is not to be followed. */
  private List<String> announced(String url) {
    Fetched refused = fetcher.challenge(url);
    String announced = Challenge.resourceMetadata(refused.challenges());
    if (announced == null) {
      journal.failed("challenge", url, refused.failure());
      return List.of();
    }
    if (!WellKnown.isOfProtectedResource(announced, url)) {
      journal.failed(
          "challenge",
          announced,
          "resource_metadata is not at a well-known path of the server itself; if it is right,"
              + " configure tokenEndpoint");
      return List.of();
    }
    journal.succeeded("challenge", url, "resource_metadata=" + Redaction.url(announced));
    return List.of(announced);
  }

  private List<String> issuers(Fetched fetched, String candidate, String url) {
    MetadataDocument document = fetched.document();
    if (document == null) {
      journal.failed("protected-resource", candidate, fetched.failure());
      return List.of();
    }
    List<String> issuers = document.all("authorization_servers");
    if (!covers(document.one("resource"), url)) {
      journal.failed("protected-resource", candidate, "its resource does not cover the server");
      return List.of();
    }
    if (issuers.isEmpty()) {
      journal.failed("protected-resource", candidate, "names no authorization server");
    } else {
      journal.succeeded(
          "protected-resource", candidate, "authorization_servers=" + String.join(" ", issuers));
    }
    return issuers;
  }

  /** RFC 9728 section 3.3; a server may publish a broader resource than its url. */
  private static boolean covers(@Nullable String resource, String url) {
    CanonicalUrl published = CanonicalUrl.ofResource(resource);
    CanonicalUrl server = CanonicalUrl.ofResource(url);
    return published != null && server != null && published.covers(server);
  }

  private void addAll(List<String> issuers) {
    int left = MOST_SERVERS;
    for (String issuer : new LinkedHashSet<>(issuers)) {
      if (!issuer.equals(client.issuer()) && left-- > 0) {
        servers.add(issuer);
      }
    }
  }

  private void addWithoutProtectedResource(String url) {
    CanonicalUrl server = CanonicalUrl.ofResource(url);
    if (server != null) {
      servers.addItsOwn(server.origin());
    }
  }
}
