package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.Endpoints;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests that pass without having been read, at the first of which the operator has to look. */
final class UnreadRequests {

  private static final String TOKEN = "token";

  /** What comes then is told at debug only. */
  private static final int MOST_WARNINGS = 64;

  private final Set<CanonicalUrl> passed = Collections.synchronizedSet(new HashSet<>());

  /** Whether it passes without having been read, and might have been a token request. */
  static boolean has(TokenRequest request, Verdict verdict) {
    return request.text() == null
        && (verdict.reason() == Reason.BODY_UNREADABLE
            || verdict.reason() == Reason.UNKNOWN_ENDPOINT);
  }

  /** Whether a url reads like that of a token endpoint. */
  static boolean soundsLikeOne(CanonicalUrl endpoint) {
    return endpoint.lastSegment().contains(TOKEN);
  }

  /** A warning at the first for each url that is a token endpoint, or reads so. */
  Verdict verdict(TokenRequest request, Endpoints endpoints, @Nullable String why) {
    CanonicalUrl endpoint = request.endpoint();
    boolean first =
        endpoint != null
            && (soundsLikeOne(endpoint) || !endpoints.claims(endpoint).isEmpty())
            && passed.size() < MOST_WARNINGS
            && passed.add(endpoint);
    return Verdict.unread(why, first ? Severity.WARN : Severity.DEBUG);
  }
}
