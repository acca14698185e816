package dev.mcphotfix.agent.oauth;

import dev.mcphotfix.agent.oauth.request.Grant;
import java.util.Set;

/** What the decision table is told beside the request. */
public record Knowledge(
    Clients clients,
    Set<Grant> grants,
    Endpoints endpoints,
    RefreshTokens refreshTokens,
    Outcomes outcomes) {}
