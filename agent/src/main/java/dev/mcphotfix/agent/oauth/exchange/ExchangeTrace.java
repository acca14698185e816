package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.Claim;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RefreshTokens.Owner;
import dev.mcphotfix.agent.oauth.decision.ServerSelection;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.request.Caller;
import dev.mcphotfix.agent.oauth.request.FormField;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.trace.SeenRequest;
import dev.mcphotfix.agent.oauth.trace.TokenAnswer;
import dev.mcphotfix.agent.oauth.trace.TokenAnswer.ClientId;
import dev.mcphotfix.agent.oauth.trace.TokenAnswer.Compared;
import dev.mcphotfix.agent.oauth.trace.TokenAnswer.Refused;
import dev.mcphotfix.agent.oauth.trace.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands token requests and their answers on to the trace, where that is on. Never throws: what is
 * done with a request must not hang on its being told.
 */
record ExchangeTrace(Trace trace, Knowledge knowledge) {

  /**
   * A request that a thread of the client may have just handed over: later it may be sent, and
   * decided on, by a thread of its library.
   */
  TokenRequest met(TokenRequest request) {
    if (trace.isOn()) {
      try {
        CallPath path = CallPath.here();
        return request.by(new Caller(path.own().isEmpty() ? null : path, trace.here()));
      } catch (Throwable e) { // The host's request must go out whatever fails here.
        trace.failed(e);
      }
    }
    return request;
  }

  void requested(ToldDecision decision, Verdict verdict) {
    if (trace.isOn()) {
      try {
        tell(seen(decision), decision.owner(), verdict.serverName());
      } catch (Throwable e) { // The host's request must go out whatever fails here.
        trace.failed(e);
      }
    }
  }

  private static SeenRequest seen(ToldDecision decision) {
    TokenRequest request = decision.request();
    Trail trail = decision.trail();
    CallPath carried = request.caller();
    CallPath here = CallPath.here();
    CallPath path = here.own().isEmpty() && carried != null ? carried : here;
    return new SeenRequest(
        request,
        trail.fingerprint(),
        decision.hook(),
        trail.id(),
        decision.examiner().leaving().callers().of(path, request.endpoint()));
  }

  /** One that leaves, and that no hook has examined. */
  void passed(SeenRequest request, @Nullable Owner owner) {
    if (trace.isOn()) {
      try {
        tell(request, owner, null);
      } catch (Throwable e) { // As above.
        trace.failed(e);
      }
    }
  }

  private void tell(SeenRequest seen, @Nullable Owner owner, @Nullable String decided) {
    TokenRequest request = seen.request();
    String server = decided == null ? likely(request, owner) : decided;
    if (server != null) {
      boolean known = !knowledge.endpoints().claims(request.endpoint()).isEmpty();
      trace.requested(server, !known, seen);
    }
  }

  /** The server that it must be for, if it is for one of those that are configured. */
  private @Nullable String likely(TokenRequest request, @Nullable Owner owner) {
    List<Claim> candidates = new ServerSelection(knowledge, request, owner).likely();
    return candidates.size() == 1 ? candidates.get(0).client().serverName() : null;
  }

  void answered(Answer answer) {
    if (trace.isOn()) {
      try {
        tell(answer);
      } catch (Throwable e) { // As above.
        trace.failed(e);
      }
    }
  }

  private void tell(Answer answer) {
    TokenRequest request = answer.request();
    TokenResponse response = answer.response();
    boolean success = response.isSuccess();
    trace.answered(
        answer.verdict().serverName(),
        new TokenAnswer(
            response.status(),
            clientId(answer),
            success,
            response.isPending(),
            refused(response),
            new Echo(request).masked(response.error()),
            response.expiresIn(),
            success ? scope(request, response) : null,
            success ? compared(request.form().refreshToken(), response.refreshToken()) : null),
        answer.requestId());
  }

  private ClientId clientId(Answer answer) {
    if (answer.changed()) {
      return ClientId.ADDED;
    }
    if (answer.sentIds() == 0) {
      return ClientId.ABSENT;
    }
    boolean other = answer.verdict().reason() == Reason.DIFFERENT_CLIENT_ID;
    return other || isOfNoLikely(answer.request()) ? ClientId.OTHER : ClientId.OWN;
  }

  /** Also where nothing was decided, as nothing says whose endpoint it is. */
  private boolean isOfNoLikely(TokenRequest request) {
    String id = request.form().clientId();
    List<Claim> likely = new ServerSelection(knowledge, request, null).likely();
    for (Claim claim : likely) {
      if (claim.client().clientId().equals(id)) {
        return false;
      }
    }
    return id != null && !likely.isEmpty();
  }

  private static Refused refused(TokenResponse response) {
    if (response.refusesClient() || response.refusesWithoutWords()) {
      return Refused.CLIENT;
    }
    if (response.refusesGrant()) {
      return Refused.GRANT;
    }
    if ("invalid_scope".equals(response.error())) {
      return Refused.SCOPE;
    }
    return response.isRefusal() ? Refused.OTHER : Refused.NOTHING;
  }

  /** An answer leaves out a scope that is as it was asked for (RFC 6749 section 5.1). */
  private static @Nullable Compared scope(TokenRequest request, TokenResponse response) {
    String asked = asked(request);
    String given = response.scope();
    return given == null
        ? Compared.OMITTED
        : asked == null ? null : words(asked).equals(words(given)) ? Compared.SAME : Compared.NEW;
  }

  private static @Nullable String asked(TokenRequest request) {
    List<FormField> scopes = request.form().fields("scope");
    return scopes.size() == 1 ? scopes.get(0).value() : null;
  }

  private static Set<String> words(String scope) {
    return new HashSet<>(List.of(scope.strip().split(" +", -1)));
  }

  private static @Nullable Compared compared(@Nullable String before, @Nullable String after) {
    return after == null
        ? Compared.OMITTED
        : before == null ? Compared.NEW : before.equals(after) ? Compared.SAME : Compared.NEW;
  }
}
