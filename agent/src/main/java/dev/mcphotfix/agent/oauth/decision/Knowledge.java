package dev.mcphotfix.agent.oauth.decision;

import dev.mcphotfix.agent.oauth.request.Grant;
import java.util.List;
import java.util.Set;

/** What the decision table is told beside the request. */
public record Knowledge(
    Clients clients,
    Set<Grant> grants,
    Endpoints endpoints,
    RefreshTokens refreshTokens,
    Outcomes outcomes) {

  /** What the operator configured; nothing is learned yet. */
  public static Knowledge of(List<StaticClient> configured, Set<Grant> grants) {
    Clients clients = new Clients(configured);
    return new Knowledge(
        clients, Set.copyOf(grants), new Endpoints(clients), new RefreshTokens(), new Outcomes());
  }
}
