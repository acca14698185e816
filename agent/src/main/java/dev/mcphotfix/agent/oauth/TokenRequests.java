package dev.mcphotfix.agent.oauth;

import dev.mcphotfix.agent.decision.AgentLog;
import dev.mcphotfix.agent.decision.Reason;
import dev.mcphotfix.agent.oauth.RefreshTokens.Owner;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides about the host's token requests, logs each decision once and learns from the responses.
 * One per agent; thread-safe; called on the host's threads, to which it never throws.
 */
public final class TokenRequests {

  private static final String TOKEN = "token";

  private final Knowledge knowledge;
  private final boolean observe;
  private final Decider decider;
  private final DecisionLog decisions;
  private final RecentRequests recent;
  private final ResponseLog responseLog;
  private final ResponseLessons lessons;

  /**
   * @param observe decide and log, but change nothing
   * @param directory asked about clients without a token endpoint only
   */
  public TokenRequests(
      List<StaticClient> clients,
      Set<Grant> grants,
      boolean observe,
      AuthorizationServerDirectory directory,
      AgentLog log) {
    this(clients, grants, observe, directory, log, new MonotonicClock());
  }

  TokenRequests(
      List<StaticClient> clients,
      Set<Grant> grants,
      boolean observe,
      AuthorizationServerDirectory directory,
      AgentLog log,
      LongSupplier nanoTime) {
    Clients configured = new Clients(clients);
    knowledge =
        new Knowledge(
            configured,
            Set.copyOf(grants),
            new Endpoints(configured),
            new RefreshTokens(),
            new Outcomes());
    this.observe = observe;
    decisions = new DecisionLog(log, observe);
    decider = new Decider(knowledge, directory);
    recent = new RecentRequests(nanoTime);
    responseLog = new ResponseLog(log);
    lessons = new ResponseLessons(knowledge);
  }

  /** What is known of refresh tokens, so that saved records can tell it more. */
  public RefreshTokens refreshTokens() {
    return knowledge.refreshTokens();
  }

  /**
   * Whether the body may be worth reading, from what can be had without touching it. Allocates
   * nothing for a request that is no POST of a form.
   */
  public boolean concerns(String method, String url, @Nullable String contentType) {
    return method.equals("POST")
        && contentType != null
        && ContentType.isForm(contentType)
        && !knowledge.clients().isEmpty()
        && mayBeTokenEndpoint(url);
  }

  /**
   * Whether this is known by now as a token endpoint of a configured server, and requests may be
   * changed. Where both hold, it is worth having a body sent in another way to get to see it.
   */
  public boolean mayChange(String url) {
    return !observe && !knowledge.endpoints().claims(CanonicalUrl.of(url)).isEmpty();
  }

  /**
   * Decides about a request and logs the decision, unless it is none of a token request. The very
   * same form comes back where nothing is changed.
   *
   * @param hook name of the built-in hook or rule that saw the request
   */
  public Exchange examine(TokenRequest request, String hook) {
    try {
      return decided(new ParsedRequest(request), hook);
    } catch (Throwable e) { // The host's request must go out whatever fails here.
      decisions.failed(request, hook, e, recent.nextId());
      return new UntouchedRequest(request.form());
    }
  }

  /**
   * Warns of a request that is left alone because its hook never gets to see a body; not of one to
   * an endpoint that is known to be for something else.
   *
   * @param why completes the reason
   */
  public void unseen(TokenRequest request, String hook, String why) {
    String id = recent.nextId();
    try {
      ParsedRequest parsed = new ParsedRequest(request);
      Reason reason = decider.decide(parsed, null).reason();
      if (reason == Reason.BODY_UNREADABLE || reason == Reason.UNKNOWN_ENDPOINT) {
        decisions.write(parsed, Verdict.unseen(why), hook, id);
      }
    } catch (Throwable e) { // The host's request must go out whatever fails here.
      decisions.failed(request, hook, e, id);
    }
  }

  void responded(
      ParsedRequest request,
      Verdict verdict,
      TrackedRequest tracked,
      int status,
      @Nullable String body) {
    try {
      if (tracked.answers()) {
        boolean changed = !observe && tracked.wouldBeChanged();
        SentRequest sent =
            new SentRequest(
                request, tracked.verdictOr(verdict), changed, tracked.fingerprint(), tracked.id());
        TokenResponse response = TokenResponse.of(status, body);
        lessons.learn(sent, response);
        responseLog.write(sent, response);
      }
    } catch (Throwable e) { // The host must get its response whatever fails here.
      decisions.failed(request.request(), "response", e, tracked.id());
    }
  }

  private boolean mayBeTokenEndpoint(String url) {
    CanonicalUrl endpoint = CanonicalUrl.of(url);
    return endpoint != null
        && (!knowledge.clients().withoutEndpoint().isEmpty()
            || knowledge.clients().byTokenEndpoint().containsKey(endpoint)
            || endpoint.lastSegment().contains(TOKEN));
  }

  private Exchange decided(ParsedRequest request, String hook) {
    Verdict verdict = decider.decide(request, owner(request));
    if (verdict.reason() == Reason.UNKNOWN_ENDPOINT && !request.form().has("grant_type")) {
      return new UntouchedRequest(request.request().form());
    }
    ByteBuffer fingerprint = knowledge.refreshTokens().fingerprint(request.identity());
    TrackedRequest tracked = recent.seen(fingerprint, hook);
    learnOwner(request, tracked);
    if (tracked.decides(verdict)) {
      decisions.write(request, verdict, hook, tracked.id());
    }
    String form = observe ? request.request().form() : verdict.applyTo(request);
    return new ExaminedRequest(form, request, verdict, tracked, this);
  }

  private @Nullable Owner owner(ParsedRequest request) {
    RefreshTokens known = knowledge.refreshTokens();
    String refreshToken = request.refreshToken();
    return refreshToken == null ? null : known.owner(known.fingerprint(refreshToken));
  }

  /** The id that the host itself sends with a refresh token; not one that an outer hook added. */
  private void learnOwner(ParsedRequest request, TrackedRequest tracked) {
    String clientId = SentRequest.ownClientId(request);
    if (clientId != null && request.refreshToken() != null && !tracked.wouldBeChanged()) {
      knowledge.refreshTokens().learn(tracked.fingerprint(), new Owner(null, clientId));
    }
  }

  private static final class MonotonicClock implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.nanoTime();
    }
  }
}
