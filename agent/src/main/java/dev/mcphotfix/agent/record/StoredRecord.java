package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
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
  private final List<String> aliases;

  /**
   * @param property what the id is called, or the path to it with a dot
   * @param said what is said about the server beside the record: the key of its entry, a name or a
   *     url
   * @param explicit whether it is the operator who says so, by a configured name; the record's own
   *     is of no matter then
   * @throws UnreadableRecordException where the record cannot be read without doubt
   */
  public StoredRecord(
      PartedRecord record, String property, @Nullable String said, boolean explicit) {
    this.record = record;
    this.property = property;
    this.evidence = RecordEvidence.of(record, property);
    this.claim =
        said != null && explicit
            ? named(said, true, evidence)
            : (said == null ? ServerClaim.NONE : ServerClaim.ofText(said, false)).and(evidence);
    this.aliases = List.of();
  }

  private StoredRecord(StoredRecord known, List<String> aliases) {
    this.record = known.record;
    this.property = known.property;
    this.evidence = known.evidence;
    this.claim = known.claim;
    this.aliases = List.copyOf(aliases);
  }

  /**
   * The same record, which may be called otherwise than the configured server: where its own names
   * do not tell, an alias is believed if that server has the url that the record has.
   */
  public StoredRecord alsoCalled(String name) {
    List<String> more = new ArrayList<>(aliases);
    more.add(name);
    return new StoredRecord(this, more);
  }

  /** What is to be done with it, and why; nothing is changed by asking. */
  public RecordDecision decide(List<ServerConfiguration> servers) {
    IdPlace place = evidence.place();
    boolean slot = place == null ? record.canMake(property) : place.isFree();
    return RecordDecision.of(evidence, candidates(servers), slot);
  }

  private List<StaticClient> candidates(List<ServerConfiguration> servers) {
    List<StaticClient> own = claim.candidates(servers);
    if (own.size() == 1 || evidence.serverUrl() == null) {
      return own;
    }
    for (String alias : aliases) {
      List<StaticClient> called = named(alias, false, evidence).candidates(servers);
      if (!called.isEmpty()) {
        return called;
      }
    }
    return own;
  }

  /** What the operator says, or an alias, overrules the record's names, but not its url. */
  private static ServerClaim named(String name, boolean explicit, RecordEvidence evidence) {
    String url = evidence.serverUrl();
    List<String> urls = url == null ? List.of() : List.of(url);
    return new ServerClaim(null, List.of(name), urls, explicit, false);
  }

  /** The url of its server, as it says itself; null where it does not. */
  public @Nullable String serverUrl() {
    return evidence.serverUrl();
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
