package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.Knowledge;
import dev.mcphotfix.agent.oauth.RefreshTokens.Owner;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.oauth.Verdict;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import org.jspecify.annotations.Nullable;

/** Learns from a response what later requests at the same endpoint should be spared. */
final class ResponseLessons {

  private final Knowledge knowledge;

  ResponseLessons(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  void learn(SentRequest sent, TokenResponse response) {
    if (response.isSuccess()) {
      learnOwner(sent, response.refreshToken());
      learnSuccess(sent);
    } else if (sent.changed()) {
      learnRefusal(sent, response);
    }
  }

  /** A rotated refresh token belongs to the same client as the old one (RFC 6749 section 6). */
  private void learnOwner(SentRequest sent, @Nullable String refreshToken) {
    if (refreshToken == null) {
      return;
    }
    Owner known = knowledge.refreshTokens().owner(sent.credential());
    if (known != null) {
      knowledge.refreshTokens().learn(refreshToken, known.serverName(), known.clientId());
    }
    boolean ownId = SentRequest.ownClientId(sent.request()) != null;
    String server = ownId ? null : sent.verdict().serverName();
    knowledge.refreshTokens().learn(refreshToken, server, sent.clientId());
  }

  private void learnSuccess(SentRequest sent) {
    CanonicalUrl endpoint = sent.request().endpoint();
    String clientId = sent.clientId();
    StaticClient client = sent.verdict().client();
    if (clientId != null) {
      knowledge.outcomes().succeededWith(endpoint, clientId);
    } else if (client != null && wasDecidedWithout(sent.verdict())) {
      knowledge.outcomes().succeededWithout(endpoint, client.clientId());
    }
  }

  /** Requests that would have got the id, but for observe mode or what became of earlier ones. */
  private static boolean wasDecidedWithout(Verdict verdict) {
    return verdict.changes()
        || verdict.reason() == Reason.BREAKER_OPEN
        || verdict.reason() == Reason.WORKS_WITHOUT;
  }

  private void learnRefusal(SentRequest sent, TokenResponse response) {
    StaticClient client = sent.verdict().client();
    if (client == null || !(response.refusesClient() || response.refusesGrant())) {
      return;
    }
    knowledge
        .outcomes()
        .refused(
            sent.request().endpoint(),
            client.clientId(),
            response.refusesGrant() ? sent.credential() : null);
  }
}
