package dev.mcphotfix.agent.oauth.discovery;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import java.util.ArrayList;
import java.util.List;

/** What one discovery tried, for the one entry that the log gets about it. */
final class Journal {

  private static final int MOST = 12;

  private final String server;
  private final List<String> steps = new ArrayList<>();
  private final List<DiscoveryStep> all = new ArrayList<>();
  private final List<String> elsewhere = new ArrayList<>();
  private String source = "metadata";

  Journal(String server) {
    this.server = server;
  }

  /** Not for the log, which gets the result of what went well. */
  void succeeded(String step, String url, String what) {
    all.add(new DiscoveryStep(step, Redaction.url(url), what, true));
  }

  /** Every step, in order. */
  List<DiscoveryStep> all() {
    return List.copyOf(all);
  }

  void failed(String step, String url, String why) {
    all.add(new DiscoveryStep(step, Redaction.url(url), why, false));
    if (steps.size() < MOST) {
      steps.add(step + ' ' + Redaction.url(url) + ": " + why);
    }
  }

  /** Real servers do that; somebody should know whom the client's tokens are sent to. */
  void elsewhere(String issuer, String endpoint) {
    elsewhere.add(Redaction.url(endpoint) + " of " + Redaction.url(issuer));
  }

  /** Nothing was published, so that the address of old is assumed. */
  void assumed() {
    source = "assumed";
    all.add(new DiscoveryStep("assumed", "", "nothing is published; /token is taken", true));
  }

  /**
   * What the log gets.
   *
   * @param first whether nothing was found before, so that it is told for the first time
   */
  Entry entry(List<AuthorizationServer> found, boolean first) {
    if (found.isEmpty()) {
      return Entry.of(Severity.WARN, Notice.DISCOVERY_FAILED)
          .with("server", server)
          .with("why", String.join("; ", steps));
    }
    List<String> endpoints = new ArrayList<>();
    boolean untrusted = false;
    for (AuthorizationServer each : found) {
      untrusted |= !each.trusted();
      for (String endpoint : each.tokenEndpoints()) {
        endpoints.add(Redaction.url(endpoint) + (each.trusted() ? "" : "(other-issuer)"));
      }
    }
    boolean warns = untrusted || (first && !elsewhere.isEmpty());
    return Entry.of(warns ? Severity.WARN : Severity.INFO, Notice.DISCOVERED)
        .with("server", server)
        .with("endpoint", String.join(" ", endpoints))
        .with("source", source)
        .with("elsewhere", elsewhere.isEmpty() ? null : String.join("; ", elsewhere))
        .with("skipped", steps.isEmpty() ? null : String.join("; ", steps));
  }
}
