package dev.mcphotfix.agent.oauth.discovery;

import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
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
  private static final List<String> OTHER_ENDPOINTS =
      List.of(
          "revocation_endpoint",
          "introspection_endpoint",
          "pushed_authorization_request_endpoint",
          "device_authorization_endpoint",
          "registration_endpoint",
          "userinfo_endpoint");

  private final StaticClient client;
  private final MetadataFetcher fetcher;
  private final Journal journal;
  private final Set<String> learned;
  private boolean published;

  /**
   * A walk for that client.
   *
   * @param learned the issuers that an earlier walk found; empty at the first
   */
  Discovery(StaticClient client, MetadataFetcher fetcher, Journal journal, Set<String> learned) {
    this.client = client;
    this.fetcher = fetcher;
    this.journal = journal;
    this.learned = learned;
  }

  /** What was found, the configured issuer first; empty where nothing was. */
  List<AuthorizationServer> run() {
    List<AuthorizationServer> found = new ArrayList<>();
    String issuer = client.issuer();
    if (issuer != null) {
      add(issuer, found);
    }
    String url = client.serverUrl();
    if (url != null) {
      addAdvertised(url, found);
    }
    return found;
  }

  private void addAdvertised(String url, List<AuthorizationServer> found) {
    boolean absent = true;
    Set<String> candidates = new LinkedHashSet<>();
    Fetched refused = fetcher.challenge(url);
    String announced = Challenge.resourceMetadata(refused.challenges());
    if (announced == null) {
      journal.failed("challenge", url, refused.failure());
    } else if (WellKnown.isOfProtectedResource(announced, url)) {
      journal.succeeded("challenge", url, "resource_metadata=" + Redaction.url(announced));
      candidates.add(announced);
    } else {
      journal.failed(
          "challenge",
          announced,
          "resource_metadata is not at a well-known path of the server itself; if it is right,"
              + " configure tokenEndpoint");
    }
    candidates.addAll(WellKnown.ofProtectedResource(url));
    for (String candidate : candidates) {
      Fetched fetched = fetcher.document(candidate);
      List<String> issuers = issuers(fetched, candidate, url);
      if (!issuers.isEmpty()) {
        addAll(issuers, found);
        return;
      }
      absent &= fetched.absent();
    }
    if (client.issuer() == null && absent) {
      addWithoutProtectedResource(url, found);
    }
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

  private void addAll(List<String> issuers, List<AuthorizationServer> found) {
    int left = MOST_SERVERS;
    for (String issuer : new LinkedHashSet<>(issuers)) {
      if (!issuer.equals(client.issuer()) && left-- > 0) {
        add(issuer, found);
      }
    }
  }

  /** A server of MCP 2025-03-26 is its own authorization server, with or without metadata. */
  private void addWithoutProtectedResource(String url, List<AuthorizationServer> found) {
    CanonicalUrl server = CanonicalUrl.ofResource(url);
    if (server == null) {
      return;
    }
    String origin = server.origin();
    published = false;
    add(origin, found);
    if (found.isEmpty() && !published && fetcher.mayFetch(origin)) {
      journal.assumed();
      found.add(
          new AuthorizationServer(origin, List.of(origin + "/token"), List.of(), trusted(origin)));
    }
  }

  private void add(String issuer, List<AuthorizationServer> found) {
    for (String candidate : WellKnown.ofAuthorizationServer(issuer)) {
      Fetched fetched = fetcher.document(candidate);
      // Neither a document that is refused nor silence means that there is no metadata.
      published |= !fetched.absent();
      AuthorizationServer server = checked(fetched, candidate, issuer);
      if (server != null) {
        found.add(server);
        return;
      }
    }
  }

  private @Nullable AuthorizationServer checked(Fetched fetched, String candidate, String issuer) {
    MetadataDocument document = fetched.document();
    if (document == null) {
      journal.failed("authorization-server", candidate, fetched.failure());
      return null;
    }
    if (!issuer.equals(document.one("issuer"))) {
      journal.failed("authorization-server", candidate, "another issuer than asked for");
      return null;
    }
    List<String> tokenEndpoints = fetchable(document.endpoints("token_endpoint"));
    if (tokenEndpoints.isEmpty()) {
      journal.failed("authorization-server", candidate, "no usable token_endpoint");
      return null;
    }
    journal.succeeded(
        "authorization-server", candidate, "token_endpoint=" + String.join(" ", tokenEndpoints));
    tellElsewhere(issuer, tokenEndpoints);
    List<String> others = new ArrayList<>();
    for (String key : OTHER_ENDPOINTS) {
      others.addAll(fetchable(document.endpoints(key)));
    }
    return new AuthorizationServer(issuer, tokenEndpoints, others, trusted(issuer));
  }

  private void tellElsewhere(String issuer, List<String> tokenEndpoints) {
    CanonicalUrl at = CanonicalUrl.ofResource(issuer);
    for (String endpoint : tokenEndpoints) {
      CanonicalUrl token = CanonicalUrl.ofEndpoint(endpoint);
      if (at != null && token != null && !at.origin().equals(token.origin())) {
        journal.elsewhere(issuer, endpoint);
      }
    }
  }

  private List<String> fetchable(List<String> urls) {
    return urls.stream().filter(fetcher::mayFetch).toList();
  }

  private boolean trusted(String issuer) {
    return client.issuer() == null
        ? learned.isEmpty() || learned.contains(issuer)
        : issuer.equals(client.issuer());
  }
}
