package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on each record in one value of the host, and adds the id where that is right. */
record RecordHealer(
    String property,
    List<ServerConfiguration> servers,
    RecordLog log,
    RefreshTokenLearner learner,
    RecordTrace trace) {

  /**
   * Heals a record, or each record of a store document on its own. What cannot be read without
   * doubt is left as it is.
   *
   * @param root null where the value has no shape that is known
   */
  void heal(@Nullable CredentialRecord root, ServerClaim claim) {
    try {
      if (root == null) {
        log.unreadable();
      } else {
        healAll(root, claim);
      }
    } catch (UnreadableRecordException e) {
      log.unreadable(e);
    }
  }

  private void healAll(CredentialRecord root, ServerClaim claim) {
    CredentialRecord section = StoreDocument.section(root);
    List<StoreDocument.Entry> entries = StoreDocument.entries(section == null ? root : section);
    for (StoreDocument.Entry entry : entries) {
      try {
        healRecord(entry.record(), ServerClaim.ofText(entry.key(), false));
      } catch (UnreadableRecordException e) {
        log.unreadable(e);
      }
    }
    if (section == null && entries.isEmpty()) {
      healRecord(root, claim);
    }
  }

  private void healRecord(CredentialRecord record, ServerClaim claim) {
    RecordEvidence evidence = RecordEvidence.of(record, property);
    if (evidence.clientId() == null && !RecordEvidence.showsRefreshToken(record)) {
      log.unreadable(record.value().getClass());
      return;
    }
    IdPlace place = evidence.place();
    boolean slot = place != null && place.isFree();
    RecordDecision decision =
        RecordDecision.of(evidence, claim.and(evidence).candidates(servers), slot);
    learn(record, evidence, decision);
    List<String> properties = trace.properties(record);
    RecordDecision made = made(place, decision);
    log.decided(made);
    trace.seen(record, properties, made, evidence.refreshable(), !log.observe());
  }

  private RecordDecision made(@Nullable IdPlace place, RecordDecision decision) {
    StaticClient client = decision.client();
    boolean patched = decision.reason() == Reason.RECORD_PATCHED;
    if (!patched || client == null || place == null || log.observe()) {
      return decision;
    }
    return place.set(client.clientId())
        ? decision
        : new RecordDecision(Reason.RECORD_NO_SLOT, client);
  }

  private void learn(CredentialRecord record, RecordEvidence evidence, RecordDecision decision) {
    String refreshToken = RecordEvidence.refreshToken(record);
    String server = owner(evidence, decision);
    String clientId = evidence.clientId();
    boolean known = server != null || clientId != null;
    if (refreshToken != null && known && decision.reason() != Reason.RECORD_OTHER_ISSUER) {
      learner.learn(refreshToken, server, clientId);
    }
  }

  /** A server that nobody configured owns its token all the same; a doubtful one says nothing. */
  private @Nullable String owner(RecordEvidence evidence, RecordDecision decision) {
    if (decision.client() != null) {
      return decision.client().serverName();
    }
    for (ServerConfiguration server : servers) {
      if (server.name().equals(evidence.serverName())) {
        return null;
      }
    }
    return evidence.serverName();
  }
}
