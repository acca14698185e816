package dev.mcphotfix.agent.oauth;

import java.util.Set;

/** What the decision table is told beside the request. */
record Knowledge(
    Clients clients,
    Set<Grant> grants,
    Endpoints endpoints,
    RefreshTokens refreshTokens,
    Outcomes outcomes) {}
