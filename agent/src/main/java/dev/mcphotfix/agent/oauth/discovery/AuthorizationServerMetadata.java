package dev.mcphotfix.agent.oauth.discovery;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks issuers for their metadata (RFC 8414), and keeps the endpoints of those whose metadata may
 * be believed.
 */
final class AuthorizationServerMetadata {

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
  private final List<AuthorizationServer> found = new ArrayList<>();
  private boolean published;

  /**
   * @param learned the issuers that an earlier walk found; empty at the first
   */
  AuthorizationServerMetadata(
      StaticClient client, MetadataFetcher fetcher, Journal journal, Set<String> learned) {
    this.client = client;
    this.fetcher = fetcher;
    this.journal = journal;
    this.learned = learned;
  }

  /** In the order in which they were asked for. */
  List<AuthorizationServer> found() {
    return found;
  }

  void add(String issuer) {
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

  /** A server of MCP 2025-03-26 is its own authorization server, with or without metadata. */
  void addItsOwn(String origin) {
    published = false;
    add(origin);
    if (found.isEmpty() && !published && fetcher.mayFetch(origin)) {
      journal.assumed();
      found.add(
          new AuthorizationServer(origin, List.of(origin + "/token"), List.of(), trusted(origin)));
    }
  }

  private @Nullable AuthorizationServer checked(Fetched fetched, String candidate, String issuer) {
    MetadataDocument document = fetched.document();
    List<String> tokenEndpoints = document == null ? List.of() : tokenEndpoints(document);
    if (document == null || !issuer.equals(document.one("issuer")) || tokenEndpoints.isEmpty()) {
      journal.failed("authorization-server", candidate, obstacle(fetched, issuer));
      return null;
    }
    journal.succeeded(
        "authorization-server", candidate, "token_endpoint=" + String.join(" ", tokenEndpoints));
    tellElsewhere(issuer, tokenEndpoints);
    return new AuthorizationServer(issuer, tokenEndpoints, others(document), trusted(issuer));
  }

  /** Of one that is of no use. */
  private static String obstacle(Fetched fetched, String issuer) {
    MetadataDocument document = fetched.document();
    if (document == null) {
      return fetched.failure();
    }
    return issuer.equals(document.one("issuer"))
        ? "no usable token_endpoint"
        : "another issuer than asked for";
  }

  private List<String> tokenEndpoints(MetadataDocument document) {
    return fetchable(document.endpoints("token_endpoint"));
  }

  private List<String> others(MetadataDocument document) {
    List<String> others = new ArrayList<>();
    for (String key : OTHER_ENDPOINTS) {
      others.addAll(fetchable(document.endpoints(key)));
    }
    return others;
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
