package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.DecisionTable;
import dev.mcphotfix.agent.oauth.decision.RefreshTokens;
import dev.mcphotfix.agent.oauth.decision.RefreshTokens.Owner;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One token request, looked at by one configuration. May throw, which the examiner catches.
 *
 * @param setup what it is decided by, whatever holds when it is told
 */
record Examination(TokenRequest request, Setup setup, Examiner examiner) {

  /** Whether a form of which only the beginning is here stays as it is in any case. */
  boolean isSettled() {
    return setup.observe() || new DecisionTable(setup.knowledge(), request, null).isSettled();
  }

  /** Whether its decision hangs on a discovery; then something is run when it no longer does. */
  boolean awaits(Runnable then) {
    return !setup.observe() && setup.decider().awaits(request, owner(redeemed()), then);
  }

  /**
   * Decides, and tells it, unless it is none of a token request.
   *
   * @param waits whether the calling thread may wait for a discovery
   */
  Exchange decide(String hook, boolean waits) {
    ByteBuffer redeemed = redeemed();
    Owner owner = owner(redeemed);
    Verdict verdict = setup.decider().decide(request, owner, waits && !setup.observe());
    if (UnreadRequests.has(request, verdict)) {
      verdict = unread(null);
    } else if (verdict.reason() == Reason.UNKNOWN_ENDPOINT && !request.form().has("grant_type")) {
      return new UntouchedExchange(request.text());
    }
    Trail trail = examiner.recent().seen(credential(redeemed), hook);
    learnOwner(trail);
    new ToldDecision(request, owner, hook, trail, setup, examiner).tell(verdict);
    String form = setup.observe() ? request.text() : verdict.applyTo(request);
    return new DecidedExchange(form, request, verdict, trail, examiner);
  }

  /**
   * Tells that it is left alone as its body is never seen, if it may be a token request.
   *
   * @param why completes the reason
   */
  void tellUnseen(String hook, String why, String requestId) {
    Verdict verdict = setup.decider().decide(request, null, false);
    if (UnreadRequests.has(request, verdict)) {
      setup.exchangeLog().decided(request, unread(why), hook, requestId);
    }
  }

  private Verdict unread(@Nullable String why) {
    return examiner.unread().verdict(request, setup.knowledge().endpoints(), why);
  }

  /** The fingerprint of the refresh token that it redeems; null where it redeems none. */
  @Nullable ByteBuffer redeemed() {
    String refreshToken = request.form().refreshToken();
    return refreshToken == null ? null : tokens().fingerprint(refreshToken);
  }

  /** By which another hook knows it again, whatever it redeems. */
  ByteBuffer credential(@Nullable ByteBuffer redeemed) {
    return redeemed == null ? tokens().fingerprint(request.identity()) : redeemed;
  }

  private @Nullable Owner owner(@Nullable ByteBuffer redeemed) {
    return redeemed == null ? null : tokens().owner(redeemed);
  }

  /** The id that the host itself sends with a refresh token; not one that an outer hook added. */
  private void learnOwner(Trail trail) {
    String clientId = request.form().clientId();
    if (clientId != null && request.form().refreshToken() != null && !trail.isChanged()) {
      tokens().learn(trail.fingerprint(), new Owner(null, clientId));
    }
  }

  private RefreshTokens tokens() {
    return setup.knowledge().refreshTokens();
  }
}
