package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.record.json.JsonObject;
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
  private final Place place;
  private final ServerClaim claim;
  private final RecordEvidence evidence;

  /**
   * Where a record is kept.
   *
   * @param parts the objects that its properties are in, the nearer ones first
   * @param owner the one that gets the id; null where it would have to be made, and cannot be
   * @param property what the id is called, or the path to it with a dot
   * @param made whether the object that the path steps into may be made where it is missing
   * @param urlName what the record calls the {@code serverUrl}
   */
  public record Place(
      List<JsonObject> parts,
      @Nullable JsonObject owner,
      String property,
      boolean made,
      String urlName) {

    public Place {
      parts = List.copyOf(parts);
    }

    /** A record that is one object. */
    public static Place of(JsonObject object, String property) {
      return new Place(List.of(object), object, property, false, "serverUrl");
    }
  }

  /**
   * @param said what is said about the server beside the record: the key of its entry, a name or a
   *     url
   * @param explicit whether it is the operator who says so
   * @throws UnreadableRecordException where the record cannot be read without doubt
   */
  public StoredRecord(Place place, @Nullable String said, boolean explicit) {
    this.record = new PartedRecord(place.parts(), place.owner(), place.urlName());
    this.place = place;
    this.evidence = RecordEvidence.of(record, place.property());
    this.claim =
        (said == null ? ServerClaim.NONE : ServerClaim.ofText(said, explicit)).and(evidence);
  }

  /** What is to be done with it, and why; nothing is changed by asking. */
  public RecordDecision decide(List<ConfiguredServer> servers) {
    IdPlace id = IdPlace.in(record, place.property());
    boolean slot = id == null ? makeable() : id.owner().hasSlot(id.name());
    return RecordDecision.of(evidence, ServerCandidates.select(servers, claim), slot);
  }

  /** How loudly a decision about this record is to be said. */
  public Severity severity(RecordDecision decision) {
    return decision.severity(evidence);
  }

  /** Adds the id, in the document, where that was decided; else nothing happens. */
  public void heal(RecordDecision decision) {
    StaticClient client = decision.client();
    if (decision.reason() != Reason.RECORD_PATCHED || client == null) {
      return;
    }
    IdPlace id = IdPlace.in(record, place.property());
    if (id != null) {
      id.owner().set(id.name(), client.clientId());
    } else if (place.owner() != null) {
      int dot = place.property().indexOf('.');
      String inner = place.property().substring(dot + 1);
      place.owner().setObject(place.property().substring(0, dot), inner, client.clientId());
    }
  }

  /**
   * Puts another text in the place of one that is there; false where there is none of that name.
   *
   * @param name as {@code refreshToken}; the spelling with an underscore is found as well
   */
  public boolean replace(String name, String underscored, String value) {
    for (JsonObject part : place.parts()) {
      for (String spelling : List.of(name, underscored)) {
        if (part.text(spelling) != null) {
          return part.set(spelling, value);
        }
      }
    }
    return false;
  }

  /** The id that it has; null where there is none. */
  public @Nullable String clientId() {
    return evidence.clientId();
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
    for (JsonObject part : place.parts()) {
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

  /** As the record itself states it. */
  public @Nullable String serverName() {
    return evidence.serverName();
  }

  /** As the record itself states it. */
  public @Nullable String serverUrl() {
    return evidence.serverUrl();
  }

  /** Null is an object that is not there yet; anything else of that name is not ours to replace. */
  private boolean makeable() {
    int dot = place.property().indexOf('.');
    return place.made()
        && place.owner() != null
        && dot > 0
        && place.owner().property(place.property().substring(0, dot)) == null;
  }

  /** Never with the values, which may be tokens. */
  @Override
  public String toString() {
    return record.toString();
  }
}
