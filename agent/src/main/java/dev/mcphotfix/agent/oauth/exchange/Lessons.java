package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RefreshTokens.Owner;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import org.jspecify.annotations.Nullable;

/** Learns from a response what later requests at the same endpoint should be spared. */
record Lessons(Knowledge knowledge) {

  void learn(Answer answer) {
    if (answer.response().isSuccess()) {
      learnOwner(answer, answer.response().refreshToken());
      learnSuccess(answer);
    } else if (answer.changed()) {
      learnRefusal(answer);
    }
  }

  /** A rotated refresh token belongs to the same client as the old one (RFC 6749 section 6). */
  private void learnOwner(Answer answer, @Nullable String refreshToken) {
    if (refreshToken == null) {
      return;
    }
    Owner known = knowledge.refreshTokens().owner(answer.credential());
    if (known != null) {
      knowledge.refreshTokens().learn(refreshToken, known.serverName(), known.clientId());
    }
    boolean ownId = answer.request().form().clientId() != null;
    String server = ownId ? null : answer.verdict().serverName();
    knowledge.refreshTokens().learn(refreshToken, server, answer.clientId());
  }

  private void learnSuccess(Answer answer) {
    CanonicalUrl endpoint = answer.request().endpoint();
    String clientId = answer.clientId();
    StaticClient client = answer.verdict().client();
    if (clientId != null) {
      knowledge.outcomes().succeededWith(endpoint, clientId);
    } else if (client != null && wasDecidedWithout(answer.verdict())) {
      knowledge.outcomes().succeededWithout(endpoint, client.clientId());
    }
  }

  /** Requests that would have got the id, but for observe mode or what became of earlier ones. */
  private static boolean wasDecidedWithout(Verdict verdict) {
    return verdict.changes()
        || verdict.reason() == Reason.BREAKER_OPEN
        || verdict.reason() == Reason.WORKS_WITHOUT;
  }

  private void learnRefusal(Answer answer) {
    TokenResponse response = answer.response();
    StaticClient client = answer.verdict().client();
    if (client == null || !(response.refusesClient() || response.refusesGrant())) {
      return;
    }
    knowledge
        .outcomes()
        .refused(
            answer.request().endpoint(),
            client.clientId(),
            response.refusesGrant() ? answer.credential() : null);
  }
}
