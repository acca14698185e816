package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import org.jspecify.annotations.Nullable;

/** A token request that was decided on, and what becomes of its answer. */
record DecidedExchange(
    @Nullable String form, TokenRequest request, Verdict verdict, Trail trail, Examiner examiner)
    implements Exchange {

  @Override
  @SuppressWarnings("ReferenceEquality") // The very same text says that nothing was changed.
  public @Nullable String addedClientId() {
    StaticClient client = verdict.client();
    return client == null || form == request.text() ? null : client.clientId();
  }

  /** Without the form, which holds credentials. */
  @Override
  public String toString() {
    return request.toString();
  }

  /** By the configuration of the time, whose log is open. */
  @Override
  public void responded(int status, @Nullable String body) {
    Setup current = examiner.setup();
    try {
      if (trail.answers()) {
        Answer answer =
            new Answer(
                request,
                trail.verdictOr(verdict),
                !current.knowledge().endpoints().claims(request.endpoint()).isEmpty(),
                trail.isChanged(),
                trail.fingerprint(),
                trail.id(),
                TokenResponse.of(status, body));
        new Lessons(current.knowledge()).learn(answer);
        current.exchangeLog().answered(answer);
        current.exchangeTrace().answered(answer);
      }
    } catch (Throwable e) { // The host must get its response whatever fails here.
      current.exchangeLog().failed(request, "response", e, trail.id());
    }
  }
}
