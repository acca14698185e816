package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.log.Reason.RECORD_AMBIGUOUS;
import static dev.mcphotfix.agent.log.Reason.RECORD_HAS_CLIENT;
import static dev.mcphotfix.agent.log.Reason.RECORD_NO_REFRESH;
import static dev.mcphotfix.agent.log.Reason.RECORD_NO_SLOT;
import static dev.mcphotfix.agent.log.Reason.RECORD_OTHER_CLIENT;
import static dev.mcphotfix.agent.log.Reason.RECORD_OTHER_ISSUER;
import static dev.mcphotfix.agent.log.Reason.RECORD_PATCHED;
import static dev.mcphotfix.agent.log.Reason.RECORD_UNMATCHED;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a record, and why.
 *
 * @param client whose the record is; null where that is not decided
 */
public record RecordDecision(Reason reason, @Nullable StaticClient client) {

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
      return new RecordDecision(ours ? RECORD_HAS_CLIENT : RECORD_OTHER_CLIENT, client);
    }
    if (client == null) {
      Reason reason = candidates.isEmpty() ? RECORD_UNMATCHED : RECORD_AMBIGUOUS;
      return new RecordDecision(reason, null);
    }
    if (!evidence.refreshable()) {
      return new RecordDecision(RECORD_NO_REFRESH, client);
    }
    if (evidence.registered() || otherIssuer(evidence, client)) {
      return new RecordDecision(RECORD_OTHER_ISSUER, client);
    }
    return new RecordDecision(slot ? RECORD_PATCHED : RECORD_NO_SLOT, client);
  }

  /** How loudly it is to be said of that record. */
  Severity severity(RecordEvidence evidence) {
    // A record that holds no refresh token has nothing that an id could help with.
    return reason == RECORD_UNMATCHED && !evidence.refreshable()
        ? Severity.DEBUG
        : reason.severity();
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
