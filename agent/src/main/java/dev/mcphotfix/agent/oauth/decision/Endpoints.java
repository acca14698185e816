package dev.mcphotfix.agent.oauth.decision;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The endpoints of authorization servers, configured and discovered. Thread-safe. */
public final class Endpoints {

  private static final Set<String> OTHERS =
      Set.of(
          "revoke",
          "revocation",
          "introspect",
          "introspection",
          "par",
          "device_authorization",
          "register",
          "userinfo");

  private final Map<CanonicalUrl, List<Claim>> tokenEndpoints = new HashMap<>();
  private final Set<CanonicalUrl> otherEndpoints = new HashSet<>();
  private final Set<String> origins = new HashSet<>();

  public Endpoints(Clients clients) {
    for (Map.Entry<CanonicalUrl, List<StaticClient>> entry : clients.byTokenEndpoint().entrySet()) {
      tokenEndpoints.put(entry.getKey(), Claim.trusted(entry.getValue()));
      origins.add(entry.getKey().origin());
    }
  }

  /** The clients whose token endpoint this is; empty where it is not known to be one. */
  public synchronized List<Claim> claims(@Nullable CanonicalUrl url) {
    return new ArrayList<>(tokenEndpoints.getOrDefault(url, List.of()));
  }

  /**
   * Whether this is another endpoint of an authorization server (RFC 7009, 7662, 7591, 8628, 9126),
   * by its metadata or by a usual name beside a token endpoint.
   */
  synchronized boolean isOther(@Nullable CanonicalUrl url) {
    return url != null
        && !tokenEndpoints.containsKey(url)
        && (otherEndpoints.contains(url)
            || (origins.contains(url.origin()) && OTHERS.contains(url.lastSegment())));
  }

  public synchronized void discovered(StaticClient client, List<AuthorizationServer> servers) {
    for (AuthorizationServer server : servers) {
      for (String endpoint : server.tokenEndpoints()) {
        claim(CanonicalUrl.ofEndpoint(endpoint), new Claim(client, server.trusted()));
      }
      for (String endpoint : server.otherEndpoints()) {
        CanonicalUrl url = CanonicalUrl.ofEndpoint(endpoint);
        if (url != null) {
          otherEndpoints.add(url);
        }
      }
    }
  }

  private void claim(@Nullable CanonicalUrl url, Claim claim) {
    if (url == null) {
      return;
    }
    List<Claim> claims = tokenEndpoints.computeIfAbsent(url, unclaimed -> new ArrayList<>(1));
    if (!claims.contains(claim)) {
      claims.add(claim);
    }
    origins.add(url.origin());
  }
}
