package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.RefreshTokens.Owner;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator what was decided about a request, once for all hooks that see it. A request
 * that is only observed is not held for a discovery: it goes, and what would have been done with it
 * is told when the discovery has ended, by a thread of the agent.
 *
 * @param owner of the refresh token, where it is known
 * @param setup what the request was decided by
 * @param examiner knows the log that is open when it is told
 */
record ToldDecision(
    TokenRequest request,
    @Nullable Owner owner,
    String hook,
    Trail trail,
    Setup setup,
    Examiner examiner)
    implements Runnable {

  void tell(Verdict verdict) {
    setup.exchangeTrace().requested(this, verdict);
    if (!setup.observe() || !Decider.isPending(verdict)) {
      write(verdict);
    } else if (!setup.decider().awaits(request, owner, this)) { // It has ended meanwhile.
      run();
    }
  }

  @Override
  public void run() {
    try {
      write(setup.decider().decide(request, owner, false));
    } catch (Throwable e) { // The thread is the discovery's.
      log().failed(request, hook, e, trail.id());
    }
  }

  private void write(Verdict verdict) {
    if (trail.decides(verdict, setup.observe())) {
      log().decided(request, verdict, hook, trail.id());
    }
  }

  private ExchangeLog log() {
    return setup.tellingIn(examiner.setup().log()).exchangeLog();
  }
}
