package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential record in a {@link JsonDocument}. What is to be done with it is decided as at a
 * hook, by the same rows.
 */
public final class StoredRecord {

  /** As seconds, the year 5138; as milliseconds, 1973. */
  private static final long MILLISECONDS = 100_000_000_000L;

  private final PartedRecord record;
  private final String property;
  private final ServerClaim claim;
  private final RecordEvidence evidence;

  /**
   * @param property what the id is called, or the path to it with a dot
   * @param said what is said about the server beside the record: the key of its entry, a name or a
   *     url
   * @param explicit whether it is the operator who says so
   * @throws UnreadableRecordException where the record cannot be read without doubt
   */
  public StoredRecord(
      PartedRecord record, String property, @Nullable String said, boolean explicit) {
    this.record = record;
    this.property = property;
    this.evidence = RecordEvidence.of(record, property);
    this.claim =
        (said == null ? ServerClaim.NONE : ServerClaim.ofText(said, explicit)).and(evidence);
  }

  /** What is to be done with it, and why; nothing is changed by asking. */
  public RecordDecision decide(List<ServerConfiguration> servers) {
    IdPlace place = evidence.place();
    boolean slot = place == null ? record.canMake(property) : place.isFree();
    return RecordDecision.of(evidence, claim.candidates(servers), slot);
  }

  /** Adds the id, in the document, where that was decided; else nothing happens. */
  public void heal(RecordDecision decision) {
    StaticClient client = decision.client();
    if (decision.reason() != Reason.RECORD_PATCHED || client == null) {
      return;
    }
    IdPlace place = evidence.place();
    if (place == null) {
      record.make(property, client.clientId());
    } else {
      place.set(client.clientId());
    }
  }

  /**
   * Puts another refresh token in the place of the one that is there; false where there is none.
   */
  public boolean replaceRefreshToken(String value) {
    for (JsonObject part : record.parts()) {
      for (String name : List.of("refreshToken", "refresh_token")) {
        if (part.text(name) != null) {
          return part.set(name, value);
        }
      }
    }
    return false;
  }

  /** Whether it holds a refresh token and is no stub without an access token. */
  public boolean refreshable() {
    return evidence.refreshable();
  }

  /**
   * When its access token expires; null where it does not say. Some write seconds since 1970, some
   * milliseconds, and some 0 for unknown.
   */
  public @Nullable Instant expiresAt() {
    for (JsonObject part : record.parts()) {
      for (String name : List.of("expiresAt", "expires_at")) {
        Long number = part.number(name);
        if (number != null && number > 0) {
          return number < MILLISECONDS
              ? Instant.ofEpochSecond(number)
              : Instant.ofEpochMilli(number);
        }
      }
    }
    return null;
  }

  /** A secret. */
  public @Nullable String refreshToken() {
    return RecordEvidence.refreshToken(record);
  }

  /** Never with the values, which may be tokens. */
  @Override
  public String toString() {
    return record.toString();
  }
}
