package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on each record in one value of the host, and adds the id where that is right. */
record RecordHealer(
    String property,
    List<ConfiguredServer> servers,
    boolean observe,
    RecordLog log,
    RefreshTokenLearner learner) {

  /**
   * Heals a record, or each record of a store document on its own.
   *
   * @throws UnreadableRecordException where the value cannot be read without doubt; it is unchanged
   */
  void heal(CredentialRecord root, ServerClaim claim) {
    CredentialRecord section = StoreDocument.section(root);
    StoreDocument document = StoreDocument.of(section == null ? root : section);
    if (document != null) {
      healEntries(document);
    } else if (section == null) {
      healRecord(root, claim);
    }
  }

  private void healEntries(StoreDocument document) {
    for (StoreDocument.Entry entry : document.entries()) {
      try {
        healRecord(entry.record(), ServerClaim.ofEntry(entry.key()));
      } catch (UnreadableRecordException e) {
        log.unreadable();
      }
    }
  }

  private void healRecord(CredentialRecord record, ServerClaim claim) {
    RecordEvidence evidence = RecordEvidence.of(record, property);
    List<StaticClient> candidates = ServerCandidates.select(servers, claim.and(evidence));
    IdPlace place = IdPlace.in(record, property);
    boolean slot = place != null && place.owner().hasSlot(place.name());
    RecordDecision decision = RecordDecision.of(evidence, candidates, slot);
    learn(record, evidence, decision);
    log.decided(made(place, decision), evidence);
  }

  private RecordDecision made(@Nullable IdPlace place, RecordDecision decision) {
    StaticClient client = decision.client();
    boolean patched = decision.reason() == Reason.RECORD_PATCHED;
    if (!patched || client == null || place == null || observe) {
      return decision;
    }
    return place.owner().set(place.name(), client.clientId())
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
    for (ConfiguredServer server : servers) {
      if (server.client().serverName().equals(evidence.serverName())) {
        return null;
      }
    }
    return evidence.serverName();
  }
}
