package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.Clients;
import dev.mcphotfix.agent.oauth.RefreshTokens;
import dev.mcphotfix.agent.oauth.RefreshTokens.Owner;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.oauth.Verdict;
import dev.mcphotfix.agent.oauth.request.ContentType;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.request.ParsedRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
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

  private final RecentRequests recent;
  private volatile Setup setup;

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
    recent = new RecentRequests(nanoTime);
    setup = Setup.of(clients, grants, observe, directory, log);
  }

  /**
   * Decides by another configuration from now on, and has learned nothing yet. A request that is
   * under way goes on; what is still to be decided about it follows the new one.
   */
  public void configure(
      List<StaticClient> clients,
      Set<Grant> grants,
      boolean observe,
      AuthorizationServerDirectory directory,
      AgentLog log) {
    setup = Setup.of(clients, grants, observe, directory, log);
  }

  /** What is known of refresh tokens, so that saved records can tell it more. */
  public RefreshTokens refreshTokens() {
    return setup.knowledge().refreshTokens();
  }

  /**
   * Whether the body may be worth reading, from what can be had without touching it. Allocates
   * nothing for a request that is no POST of a form.
   */
  public boolean concerns(String method, String url, @Nullable String contentType) {
    Clients clients = setup.knowledge().clients();
    return method.equals("POST")
        && contentType != null
        && ContentType.isForm(contentType)
        && !clients.isEmpty()
        && mayBeTokenEndpoint(url, clients);
  }

  /**
   * Whether this is known by now as a token endpoint of a configured server, and requests may be
   * changed. Where both hold, it is worth having a body sent in another way to get to see it.
   */
  public boolean mayChange(String url) {
    Setup current = setup;
    return !current.observe()
        && !current.knowledge().endpoints().claims(CanonicalUrl.of(url)).isEmpty();
  }

  /**
   * Decides about a request and logs the decision, unless it is none of a token request. The very
   * same form comes back where nothing is changed.
   *
   * @param hook name of the built-in hook or rule that saw the request
   */
  public Exchange examine(TokenRequest request, String hook) {
    Setup current = setup;
    try {
      return decided(new ParsedRequest(request), hook, current);
    } catch (Throwable e) { // The host's request must go out whatever fails here.
      current.decisions().failed(request, hook, e, recent.nextId());
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
    Setup current = setup;
    String id = recent.nextId();
    try {
      ParsedRequest parsed = new ParsedRequest(request);
      Reason reason = current.decider().decide(parsed, null).reason();
      if (reason == Reason.BODY_UNREADABLE || reason == Reason.UNKNOWN_ENDPOINT) {
        current.decisions().write(parsed, Verdict.unseen(why), hook, id);
      }
    } catch (Throwable e) { // The host's request must go out whatever fails here.
      current.decisions().failed(request, hook, e, id);
    }
  }

  void responded(
      ParsedRequest request,
      Verdict verdict,
      TrackedRequest tracked,
      int status,
      @Nullable String body) {
    Setup current = setup;
    try {
      if (tracked.answers()) {
        boolean changed = !current.observe() && tracked.wouldBeChanged();
        SentRequest sent =
            new SentRequest(
                request, tracked.verdictOr(verdict), changed, tracked.fingerprint(), tracked.id());
        TokenResponse response = TokenResponse.of(status, body);
        current.lessons().learn(sent, response);
        current.responseLog().write(sent, response);
      }
    } catch (Throwable e) { // The host must get its response whatever fails here.
      current.decisions().failed(request.request(), "response", e, tracked.id());
    }
  }

  private static boolean mayBeTokenEndpoint(String url, Clients clients) {
    CanonicalUrl endpoint = CanonicalUrl.of(url);
    return endpoint != null
        && (!clients.withoutEndpoint().isEmpty()
            || clients.byTokenEndpoint().containsKey(endpoint)
            || endpoint.lastSegment().contains(TOKEN));
  }

  private Exchange decided(ParsedRequest request, String hook, Setup current) {
    RefreshTokens known = current.knowledge().refreshTokens();
    Verdict verdict = current.decider().decide(request, owner(request, known));
    if (verdict.reason() == Reason.UNKNOWN_ENDPOINT && !request.form().has("grant_type")) {
      return new UntouchedRequest(request.request().form());
    }
    ByteBuffer fingerprint = known.fingerprint(request.identity());
    TrackedRequest tracked = recent.seen(fingerprint, hook);
    learnOwner(request, tracked, known);
    if (tracked.decides(verdict)) {
      current.decisions().write(request, verdict, hook, tracked.id());
    }
    String form = current.observe() ? request.request().form() : verdict.applyTo(request);
    return new ExaminedRequest(form, request, verdict, tracked, this);
  }

  private static @Nullable Owner owner(ParsedRequest request, RefreshTokens known) {
    String refreshToken = request.refreshToken();
    return refreshToken == null ? null : known.owner(known.fingerprint(refreshToken));
  }

  /** The id that the host itself sends with a refresh token; not one that an outer hook added. */
  private static void learnOwner(
      ParsedRequest request, TrackedRequest tracked, RefreshTokens known) {
    String clientId = SentRequest.ownClientId(request);
    if (clientId != null && request.refreshToken() != null && !tracked.wouldBeChanged()) {
      known.learn(tracked.fingerprint(), new Owner(null, clientId));
    }
  }

  private static final class MonotonicClock implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.nanoTime();
    }
  }
}
