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
 *
 * <p>One request is one selection.
 */
public final class ServerSelection {

  private final Knowledge knowledge;
  private final TokenRequest request;
  private final @Nullable Owner owner;

  /** Those whose endpoint it is, and that a rule does not rule out. */
  private final List<Claim> atEndpoint;

  private final @Nullable Claim decided;

  /**
   * @param owner of the refresh token that it redeems; null where nothing is known of it
   */
  public ServerSelection(Knowledge knowledge, TokenRequest request, @Nullable Owner owner) {
    this.knowledge = knowledge;
    this.request = request;
    this.owner = owner;
    atEndpoint = ofRule(claimsOfEndpoint());
    decided = Claim.agreed(narrowed(atEndpoint));
  }

  /** Whether the endpoint is nobody's, as far as is known. */
  boolean isEmpty() {
    return atEndpoint.isEmpty();
  }

  /** The one client that it is for; null where the evidence does not lead to one. */
  @Nullable Claim decided() {
    return decided;
  }

  /** Those of these clients that a request to an unknown endpoint may be for. */
  List<Claim> candidates(List<StaticClient> clients) {
    return narrowed(ofRule(Claim.trusted(clients)));
  }

  /** The same of those whose endpoint it is, or where that is nobody's, may be. */
  public List<Claim> likely() {
    return atEndpoint.isEmpty()
        ? candidates(knowledge.clients().withoutEndpoint())
        : narrowed(atEndpoint);
  }

  /** Whether that is the id of the client, or of one of them where none is decided on. */
  boolean hasId(String clientId) {
    if (decided != null) {
      return decided.client().clientId().equals(clientId);
    }
    for (Claim claim : atEndpoint) {
      if (claim.client().clientId().equals(clientId)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the refresh token is known to be another client's. */
  boolean isOwnedByOther() {
    if (owner == null || decided == null) {
      return false;
    }
    String known = owner.clientId() == null ? idOfServer(owner.serverName()) : owner.clientId();
    return !decided.client().clientId().equals(known);
  }

  private @Nullable String idOfServer(@Nullable String name) {
    StaticClient client = name == null ? null : knowledge.clients().ofServerName(name);
    return client == null ? null : client.clientId();
  }

  /** A rule may not know the url; then any configured client may be meant. */
  private List<Claim> claimsOfEndpoint() {
    return request.url() == null
        ? Claim.trusted(knowledge.clients().all())
        : knowledge.endpoints().claims(request.endpoint());
  }

  /** Those that a rule's server leaves; all of them where the rule names none. */
  private List<Claim> ofRule(List<Claim> claims) {
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
  private List<Claim> narrowed(List<Claim> claims) {
    List<Claim> owned = ofOwner(claims);
    List<Claim> left = owned.isEmpty() ? claims : owned;
    if (owned.isEmpty()) {
      for (CanonicalUrl resource : request.form().resources()) {
        left = ofResource(left, resource);
      }
    }
    return left;
  }

  private List<Claim> ofOwner(List<Claim> claims) {
    List<Claim> left = new ArrayList<>();
    for (Claim claim : claims) {
      if (owner != null && owner.isOf(claim.client())) {
        left.add(claim);
      }
    }
    return left;
  }

  private List<Claim> ofResource(List<Claim> claims, CanonicalUrl resource) {
    List<StaticClient> exact = knowledge.clients().ofServerUrl(resource);
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
