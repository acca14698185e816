package dev.mcphotfix.agent.oauth.decision;

import dev.mcphotfix.agent.oauth.decision.RefreshTokens.Owner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of several clients a token request is for, by the evidence in it. Strongest first: what is
 * known of the refresh token, then the {@code resource} parameter. It never guesses, as a wrong
 * client_id is worse than none.
 */
record ServerSelection(Clients clients, TokenRequest request, @Nullable Owner owner) {

  /** Those that a rule's server leaves; all of them where the rule names none. */
  List<Claim> ofRule(List<Claim> claims) {
    String server = request.server();
    if (server == null) {
      return claims;
    }
    CanonicalUrl url = CanonicalUrl.ofResource(server);
    List<Claim> left = new ArrayList<>();
    for (Claim claim : claims) {
      StaticClient client = claim.client();
      boolean sameUrl = url != null && url.equals(CanonicalUrl.ofResource(client.serverUrl()));
      if (sameUrl || client.serverName().equals(server)) {
        left.add(claim);
      }
    }
    return left;
  }

  /** Those that the evidence leaves; none where it speaks against all of them. */
  List<Claim> narrowed(List<Claim> claims) {
    List<Claim> owned = ofOwner(claims);
    List<Claim> left = owned.isEmpty() ? claims : owned;
    if (owned.isEmpty()) {
      for (CanonicalUrl resource : request.resources()) {
        left = ofResource(left, resource);
      }
    }
    return left;
  }

  /**
   * The client, if all that is left agrees on one id, whether its issuer is trusted or not: a
   * server that has moved to the endpoint may have sent the request. A trusted claim comes first.
   */
  static @Nullable Claim decided(List<Claim> claims) {
    Claim decided = null;
    for (Claim claim : claims) {
      if (decided != null && !claim.client().clientId().equals(decided.client().clientId())) {
        return null;
      }
      decided = decided == null || (claim.trusted() && !decided.trusted()) ? claim : decided;
    }
    return decided;
  }

  private List<Claim> ofOwner(List<Claim> claims) {
    List<Claim> left = new ArrayList<>();
    for (Claim claim : claims) {
      if (owner != null && owns(owner, claim.client())) {
        left.add(claim);
      }
    }
    return left;
  }

  private static boolean owns(Owner owner, StaticClient client) {
    return owner.serverName() == null
        ? client.clientId().equals(owner.clientId())
        : client.serverName().equals(owner.serverName());
  }

  private List<Claim> ofResource(List<Claim> claims, CanonicalUrl resource) {
    List<StaticClient> exact = clients.ofServerUrl(resource);
    List<Claim> left = new ArrayList<>();
    for (Claim claim : claims) {
      if (exact.isEmpty() ? related(claim.client(), resource) : exact.contains(claim.client())) {
        left.add(claim);
      }
    }
    return left;
  }

  /** A server may publish a broader resource than its url (RFC 9728 section 3.3). */
  private static boolean related(StaticClient client, CanonicalUrl resource) {
    CanonicalUrl url = CanonicalUrl.ofResource(client.serverUrl());
    return url == null || url.covers(resource) || resource.covers(url);
  }
}
