package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.Clients;
import dev.mcphotfix.agent.oauth.decision.RefreshTokens;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides about the host's token requests, logs each decision once and learns from the responses.
 * One per agent; thread-safe; called on the host's threads, to which it never throws.
 */
public final class Examiner {

  private final UnreadRequests unread = new UnreadRequests();
  private final RecentTrails recent;
  private final LeavingRequests leaving;
  private volatile Setup setup;
  private volatile FirstContact contact;
  private volatile ResponseTrace responses;

  public Examiner(Setup setup) {
    this(setup, new MonotonicClock());
  }

  Examiner(Setup setup, LongSupplier nanoTime) {
    this.setup = setup;
    this.contact = setup.firstContact();
    this.responses = setup.responseTrace();
    this.recent = new RecentTrails(nanoTime);
    this.leaving = new LeavingRequests(this, new Callers(nanoTime));
  }

  /**
   * Decides by another configuration from now on. A request that is under way goes on; what is
   * still to be decided about it follows the new one. Answers itself.
   */
  public Examiner follow(Setup next) {
    setup = next;
    contact = next.firstContact();
    responses = next.responseTrace();
    return this;
  }

  /** What is known of refresh tokens, so that saved records can tell it more. */
  public RefreshTokens refreshTokens() {
    return setup.knowledge().refreshTokens();
  }

  /** Who sees requests leave tells what it sees, and asks who of the hooks has seen them. */
  public LeavingRequests leaving() {
    return leaving;
  }

  /** What requests are decided by now. */
  Setup setup() {
    return setup;
  }

  /** Those that hooks have seen of late. */
  RecentTrails recent() {
    return recent;
  }

  UnreadRequests unread() {
    return unread;
  }

  /** Whether {@link #met} is to be told: not once the host has spoken to all servers. */
  public boolean looksAhead() {
    return contact.isAhead();
  }

  /** The host sends a request there, of any kind. Waits for nothing. */
  public void met(String url) {
    contact.met(url);
  }

  /** Whether {@link #responded} is to be told. */
  public boolean traces() {
    return responses.isOn();
  }

  /**
   * Whether that is told of such a request, for whom it costs something to find out. Never throws.
   *
   * @param url absolute
   */
  public boolean traces(String method, String url) {
    return responses.isAbout(method, url);
  }

  /**
   * The host gets the answer to a request that is no token request. Waits for nothing, and never
   * throws.
   *
   * @param url absolute, of the request
   * @param header of the response
   */
  public void responded(String method, String url, int status, HeaderFields header) {
    responded(method, url, status, header, null);
  }

  /**
   * The same on a thread that may be in no span.
   *
   * @param sentIn what {@link #here} has answered where the request was sent
   */
  public void responded(
      String method, String url, int status, HeaderFields header, @Nullable Object sentIn) {
    responses.responded(method, url, status, header, sentIn);
  }

  /** The span of the host's in which the calling thread is; null where nobody asks. */
  public @Nullable Object here() {
    return setup.trace().here();
  }

  /** The host was running before hooks were woven, and may have sent requests anywhere. */
  public void metAll() {
    contact.metAll();
  }

  /** Whether a discovery is under way, and may still answer in time. */
  public boolean isDiscovering() {
    return contact.isUnderWay();
  }

  /**
   * The request whose body may be worth reading, from what can be had without touching it; null
   * where it is none of ours. Allocates nothing for a request that is no POST of a form.
   */
  public @Nullable TokenRequest lead(String method, String url, @Nullable String contentType) {
    Clients clients = setup.knowledge().clients();
    if (!method.equals("POST") || !TokenRequest.isForm(contentType) || clients.isEmpty()) {
      return null;
    }
    CanonicalUrl endpoint = CanonicalUrl.ofEndpoint(url);
    return mayBeTokenEndpoint(endpoint, clients)
        ? setup.exchangeTrace().met(TokenRequest.to(method, url, endpoint))
        : null;
  }

  /**
   * Null while a part of the form that is still to come may lead to a change of it. Else what
   * decides about the request when it has passed: by the same configuration, but told in the log
   * that is open then.
   *
   * @param begun has the first fields of its form, each of them whole
   */
  public @Nullable Function<TokenRequest, Exchange> settled(
      TokenRequest begun, String hook, boolean waits) {
    Setup current = setup;
    if (!isSettled(new Examination(begun, current, this))) {
      return null;
    }
    recent.passes(begun.endpoint());
    return request -> examine(request, hook, waits, current.tellingIn(setup.log()));
  }

  private static boolean isSettled(Examination begun) {
    try {
      return begun.isSettled();
    } catch (Throwable e) { // It is told when the form is decided on.
      return true;
    }
  }

  /**
   * Whether a request is to be held because its decision hangs on a discovery that is under way.
   * Then something is run once when it no longer does, or has for as long as a thread of the host
   * would wait: by a thread of the agent, which must not be held up.
   */
  public boolean awaits(TokenRequest request, Runnable then) {
    try {
      return new Examination(request, setup, this).awaits(then);
    } catch (Throwable e) { // It is told when the form is decided on.
      return false;
    }
  }

  /**
   * Decides about a request and logs the decision, unless it is none of a token request. The very
   * same form comes back where nothing is changed. May wait for a discovery, three seconds in all.
   *
   * @param hook name of the built-in hook or rule that saw the request
   */
  public Exchange examine(TokenRequest request, String hook) {
    return examine(request, hook, true);
  }

  /**
   * The same.
   *
   * @param waits false where the calling thread must not wait; what is not yet discovered then is
   *     not known
   */
  public Exchange examine(TokenRequest request, String hook, boolean waits) {
    return examine(request, hook, waits, setup);
  }

  private Exchange examine(TokenRequest request, String hook, boolean waits, Setup current) {
    try {
      return new Examination(request, current, this).decide(hook, waits);
    } catch (Throwable e) { // The host's request must go out whatever fails here.
      current.exchangeLog().failed(request, hook, e, recent.nextId());
      return new UntouchedExchange(request.text());
    }
  }

  /**
   * Is told what fails of a hook beside the decision, while a request is sent or its response read;
   * tells the operator, and never throws.
   */
  public Consumer<Throwable> failures(String hook) {
    TokenRequest unknown = TokenRequest.ofForm("", null, null);
    return failure -> setup.exchangeLog().failed(unknown, hook, failure, recent.nextId());
  }

  /**
   * Tells of a request that is left alone because its hook never gets to see a body.
   *
   * @param why completes the reason
   */
  public void unseen(TokenRequest request, String hook, String why) {
    Setup current = setup;
    String id = recent.nextId();
    try {
      new Examination(request, current, this).tellUnseen(hook, why, id);
    } catch (Throwable e) { // The host's request must go out whatever fails here.
      current.exchangeLog().failed(request, hook, e, id);
    }
  }

  private static boolean mayBeTokenEndpoint(@Nullable CanonicalUrl endpoint, Clients clients) {
    return endpoint != null
        && (!clients.withoutEndpoint().isEmpty()
            || clients.byTokenEndpoint().containsKey(endpoint)
            || UnreadRequests.soundsLikeOne(endpoint));
  }

  private static final class MonotonicClock implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.nanoTime();
    }
  }
}
