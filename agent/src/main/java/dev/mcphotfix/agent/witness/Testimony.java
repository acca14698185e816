package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.request.FormField;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the witness says of a token request that leaves: facts about it, none of its values.
 *
 * @param hooks the names of the built-in hooks that are on
 */
record Testimony(List<String> hooks, AgentLog log) {

  private static final int MOST_NAMES = 24;

  /** No hook has examined it: the operator learns who sent it, and what rule would. */
  void unexamined(TokenRequest request, String seen, CallPath path) {
    List<String> from = path.from();
    log.write(
        facts(Severity.WARN, request, seen)
            .with("client", path.library())
            .with("from", from.isEmpty() ? null : String.join(",", from))
            .with("why", "no hook has examined it")
            .with("rule", path.rule(hooks)));
  }

  /**
   * A hook has examined it, or looks at it while it passes: the last proof of what came of it.
   *
   * @param requestId what the log calls it; null where it is not known yet
   */
  void examined(TokenRequest request, String seen, @Nullable String requestId) {
    log.write(facts(Severity.DEBUG, request, seen).with("request", requestId));
  }

  private static Entry facts(Severity severity, TokenRequest request, String seen) {
    String url = request.url();
    return Entry.of(severity, Notice.WITNESSED)
        .with("endpoint", url == null ? null : Redaction.url(url))
        .with("grant", request.form().shownGrant())
        .with("parameters", names(request))
        .with("client_id", hasId(request) ? "present" : "absent")
        .with("authentication", request.shownAuthentication())
        .with("seen", seen);
  }

  /** Names only; one that is no word may be a credential in a wrong place. */
  private static String names(TokenRequest request) {
    Set<String> names = new LinkedHashSet<>();
    for (FormField field : request.form().fields()) {
      if (names.size() < MOST_NAMES) {
        names.add(Redaction.words(field.name()));
      }
    }
    return String.join(",", names);
  }

  private static boolean hasId(TokenRequest request) {
    return request.form().clientId() != null || request.hasClientIdInQuery();
  }
}
