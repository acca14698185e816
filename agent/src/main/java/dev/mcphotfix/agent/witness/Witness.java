package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.oauth.exchange.LeavingRequests;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what leaves the JVM in plain text, below every HTTP library, and changes nothing of it:
 * tells a token request that no hook has examined, and of one that a hook did examine, whether the
 * id was in it when it left. Thread-safe; called on the host's threads, for which it never waits.
 */
public final class Witness {

  /** Its name among the hooks. */
  public static final String HOOK = "witness";

  private final LeavingRequests requests;
  private final Testimony testimony;
  private final Recognizer recognizer = new Recognizer();
  private final Repeats repeats = new Repeats(System::nanoTime);

  /**
   * @param requests knows what hooks have examined
   * @param hooks the names of the built-in hooks that are on
   */
  public Witness(LeavingRequests requests, List<String> hooks, AgentLog log) {
    this.requests = requests;
    this.testimony = new Testimony(hooks, log);
  }

  /** Binary names of the classes that it looks into; used at the host's start. */
  public static List<String> classNames() {
    List<String> names = new ArrayList<>();
    for (Outlet outlet : Outlet.values()) {
      names.add(outlet.point().className());
    }
    for (Inlet inlet : Inlet.values()) {
      names.add(inlet.point().className());
    }
    return names;
  }

  /** The methods through which plain text leaves and those before, each with what looks at it. */
  public List<Site> sites() {
    List<Site> sites = new ArrayList<>();
    for (Outlet outlet : Outlet.values()) {
      String key = HOOK + '-' + outlet.name().toLowerCase(Locale.ROOT);
      sites.add(
          new Site(
              key,
              outlet.point(),
              call -> {
                see(outlet, call);
                return null; // Nothing is ever changed.
              }));
    }
    for (Inlet inlet : Inlet.values()) {
      String key = HOOK + "-caller-" + inlet.name().toLowerCase(Locale.ROOT);
      sites.add(new Site(key, inlet.point(), call -> note(inlet, call)));
    }
    return sites;
  }

  /** On the host's thread that has a request sent. Changes nothing. */
  private @Nullable Object note(Inlet inlet, Invocation call) {
    Posted posted = inlet.posted(call);
    CallPath path = posted == null ? null : CallPath.here();
    if (posted != null && path != null && !path.own().isEmpty()) {
      requests.callers().note(CanonicalUrl.ofEndpoint(posted.url()), path, posted.certain());
    }
    return null;
  }

  private void see(Outlet outlet, Invocation call) {
    Object connection = call.self();
    if (connection == null) {
      return;
    }
    Leaving leaving = recognizer.see(connection, Outlet.text(connection, call.arguments()));
    if (leaving != null) {
      TokenRequest request = leaving.request(outlet.scheme());
      if (!outlet.mayRepeat()
          || !repeats.has(connection, request.identity(), way(request, leaving))) {
        tell(request, leaving);
      }
    }
  }

  /** That a redirect or a challenge sends it again on its connection is no repetition. */
  private static @Nullable String way(TokenRequest request, Leaving leaving) {
    if (request.url() != null) {
      return request.header().scheme() + ' ' + request.url();
    }
    return leaving.stream() == 0 ? null : "stream " + leaving.stream();
  }

  private void tell(TokenRequest request, Leaving leaving) {
    String examined = requests.examined(request);
    if (examined == null && !requests.isLookedAt(request)) {
      CallPath path = requests.callers().of(CallPath.here(), request.endpoint());
      testimony.unexamined(request, leaving.seen(), path);
      requests.passed(request, HOOK, path);
    } else {
      testimony.examined(request, leaving.seen(), examined);
    }
  }
}
