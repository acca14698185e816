package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.credential.CredentialFile;
import dev.mcphotfix.agent.command.credential.FoundRecord;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.record.RecordDecision;
import dev.mcphotfix.agent.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record whose refresh token is the configured client's without doubt.
 *
 * @param place where it is, to be shown
 */
record ProbeCandidate(String place, StoredRecord record, StaticClient client, String refreshToken) {

  /** A token of another client or issuer must not be sent here. */
  private static final Set<Reason> OURS =
      Set.of(Reason.RECORD_PATCHED, Reason.RECORD_HAS_CLIENT, Reason.RECORD_NO_SLOT);

  /**
   * @param server the name of the only one to be looked for; null for all
   */
  static List<ProbeCandidate> in(
      CredentialFile file, List<ServerConfiguration> servers, @Nullable String server) {
    List<ProbeCandidate> candidates = new ArrayList<>();
    for (FoundRecord found : file.records()) {
      RecordDecision decision = found.record().decide(servers);
      StaticClient client = decision.client();
      String token = found.record().refreshable() ? found.record().refreshToken() : null;
      if (client != null
          && token != null
          && OURS.contains(decision.reason())
          && (server == null || server.equals(client.serverName()))) {
        candidates.add(new ProbeCandidate(found.shown(), found.record(), client, token));
      }
    }
    return candidates;
  }

  /** Never with the token. */
  @Override
  public String toString() {
    return client.serverName();
  }
}
