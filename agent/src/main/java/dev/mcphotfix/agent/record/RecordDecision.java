package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a record, and why.
 *
 * @param client whose the record is; null where that is not decided
 * @param severity how loudly it is to be said
 */
public record RecordDecision(Reason reason, @Nullable StaticClient client, Severity severity) {

  RecordDecision(Reason reason, @Nullable StaticClient client) {
    this(reason, client, reason.severity());
  }

  /**
   * The first row that holds.
   *
   * @param candidates the clients of the servers that the record may belong to
   * @param slot whether the record can take the id
   */
  static RecordDecision of(RecordEvidence evidence, List<StaticClient> candidates, boolean slot) {
    StaticClient client = agreed(candidates);
    if (evidence.clientId() != null) {
      boolean ours = known(evidence.clientId(), candidates);
      return new RecordDecision(
          ours ? Reason.RECORD_HAS_CLIENT : Reason.RECORD_OTHER_CLIENT, client);
    }
    if (client == null) {
      return candidates.isEmpty()
          ? unmatched(evidence)
          : new RecordDecision(Reason.RECORD_AMBIGUOUS, null);
    }
    if (!evidence.refreshable()) {
      return new RecordDecision(Reason.RECORD_NO_REFRESH, client);
    }
    if (evidence.registered() || otherIssuer(evidence, client)) {
      return new RecordDecision(Reason.RECORD_OTHER_ISSUER, client);
    }
    return new RecordDecision(slot ? Reason.RECORD_PATCHED : Reason.RECORD_NO_SLOT, client);
  }

  /** A record that holds no refresh token has nothing that an id could help with. */
  private static RecordDecision unmatched(RecordEvidence evidence) {
    Reason reason = Reason.RECORD_UNMATCHED;
    return new RecordDecision(
        reason, null, evidence.refreshable() ? reason.severity() : Severity.DEBUG);
  }

  /** Servers that share one id leave no doubt about it. */
  private static @Nullable StaticClient agreed(List<StaticClient> candidates) {
    StaticClient first = candidates.isEmpty() ? null : candidates.get(0);
    for (StaticClient candidate : candidates) {
      if (first == null || !candidate.clientId().equals(first.clientId())) {
        return null;
      }
    }
    return first;
  }

  private static boolean known(String clientId, List<StaticClient> candidates) {
    for (StaticClient candidate : candidates) {
      if (candidate.clientId().equals(clientId)) {
        return true;
      }
    }
    return false;
  }

  private static boolean otherIssuer(RecordEvidence evidence, StaticClient client) {
    for (String issuer : evidence.issuers()) {
      if (client.issuer() != null && !CanonicalUrl.isSameResource(issuer, client.issuer())) {
        return true;
      }
    }
    return false;
  }
}
