package dev.mcphotfix.agent.oauth.decision;

import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of earlier token requests at an endpoint for a client, so that the agent never makes
 * things worse. Bounded; thread-safe.
 */
public final class Outcomes {

  private static final int LIMIT = 1000;

  /** Refusals in a row after which requests pass as they are. */
  private static final int LIMIT_OF_REFUSALS = 2;

  private final Map<String, Outcome> outcomes = new LeastRecentlyUsed<>(LIMIT);

  /** Whether a request without a client_id was seen to succeed. */
  synchronized boolean worksWithout(@Nullable CanonicalUrl endpoint, String clientId) {
    return of(key(endpoint, clientId)).worksWithout;
  }

  /** Whether the last two changed requests were refused. */
  synchronized boolean isRefused(@Nullable CanonicalUrl endpoint, String clientId) {
    return of(key(endpoint, clientId)).refusals >= LIMIT_OF_REFUSALS;
  }

  public synchronized void succeededWithout(@Nullable CanonicalUrl endpoint, String clientId) {
    String key = key(endpoint, clientId);
    outcomes.put(key, new Outcome(true, of(key).proven, 0, null));
  }

  /** A success with the id, the host's own or an added one, shows that the id is right. */
  public synchronized void succeededWith(@Nullable CanonicalUrl endpoint, String clientId) {
    String key = key(endpoint, clientId);
    outcomes.put(key, new Outcome(of(key).worksWithout, true, 0, null));
  }

  /**
   * Counts a changed request that was refused.
   *
   * @param dead the credential that the server calls invalid, where it says so: an expired refresh
   *     token is ordinary and may be tried again and again, so each one counts once, and none does
   *     once the id was seen to be right; null where the server refuses the client
   */
  public synchronized void refused(
      @Nullable CanonicalUrl endpoint, String clientId, @Nullable ByteBuffer dead) {
    String key = key(endpoint, clientId);
    Outcome outcome = of(key);
    boolean told = dead != null && (outcome.proven || dead.equals(outcome.dead));
    if (!told) {
      int refusals = outcome.refusals + 1;
      outcomes.put(key, new Outcome(outcome.worksWithout, outcome.proven, refusals, dead));
    }
  }

  private Outcome of(String key) {
    return outcomes.getOrDefault(key, Outcome.NONE);
  }

  private static String key(@Nullable CanonicalUrl endpoint, String clientId) {
    return endpoint == null
        ? clientId
        : endpoint.origin().concat(endpoint.path()).concat(" ").concat(clientId);
  }

  private record Outcome(
      boolean worksWithout, boolean proven, int refusals, @Nullable ByteBuffer dead) {
    static final Outcome NONE = new Outcome(false, false, 0, null);
  }
}
