package dev.mcphotfix.agent.oauth.decision;

import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds what the table knows; at first, the one configured client of the defect. */
public final class KnowledgeBuilder {

  public static final StaticClient EXAMPLE =
      client("example-server", "https://mcp.example.com/mcp", "my-static-client", ENDPOINT);

  /** Another client at the same endpoint. */
  public static final StaticClient NEIGHBOUR =
      client("neighbour", "https://neighbour.example.com/mcp", "neighbour-client", ENDPOINT);

  final RefreshTokens refreshTokens = new RefreshTokens();
  final Outcomes outcomes = new Outcomes();
  private final List<StaticClient> clients = new ArrayList<>();
  private final List<AuthorizationServer> discovered = new ArrayList<>();
  private final Set<Grant> grants = EnumSet.of(Grant.REFRESH_TOKEN);

  public static StaticClient client(
      String name, @Nullable String url, String clientId, @Nullable String tokenEndpoint) {
    return new StaticClient(name, url, clientId, tokenEndpoint, null);
  }

  static KnowledgeBuilder of(StaticClient... clients) {
    KnowledgeBuilder builder = new KnowledgeBuilder();
    builder.clients.addAll(List.of(clients));
    return builder;
  }

  static KnowledgeBuilder example() {
    return of(EXAMPLE);
  }

  KnowledgeBuilder covering(Grant grant) {
    grants.add(grant);
    return this;
  }

  /** What discovery found for each client that has no token endpoint. */
  KnowledgeBuilder discovered(AuthorizationServer server) {
    discovered.add(server);
    return this;
  }

  KnowledgeBuilder learned(@Nullable String serverName, @Nullable String clientId) {
    refreshTokens.learn("r1", serverName, clientId);
    return this;
  }

  KnowledgeBuilder worksWithout() {
    outcomes.succeededWithout(CanonicalUrl.ofEndpoint(ENDPOINT), EXAMPLE.clientId());
    return this;
  }

  KnowledgeBuilder refusedTwice() {
    outcomes.refused(CanonicalUrl.ofEndpoint(ENDPOINT), EXAMPLE.clientId(), null);
    outcomes.refused(CanonicalUrl.ofEndpoint(ENDPOINT), EXAMPLE.clientId(), null);
    return this;
  }

  Verdict decide(RequestBuilder builder) {
    Clients all = new Clients(clients);
    Endpoints endpoints = new Endpoints(all);
    for (StaticClient client : all.withoutEndpoint()) {
      endpoints.discovered(client, discovered);
    }
    TokenRequest request = builder.build();
    String token = request.form().refreshToken();
    Knowledge knowledge = new Knowledge(all, grants, endpoints, refreshTokens, outcomes);
    return new DecisionTable(
            knowledge,
            request,
            token == null ? null : refreshTokens.owner(refreshTokens.fingerprint(token)))
        .decide();
  }
}
