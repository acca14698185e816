package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.log.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential record that a client saves or loads, without a value of it.
 *
 * @param hook the name of the rule
 * @param saved rather than loaded
 * @param properties names of those that hold something, as the client has them
 * @param expired seconds since its access token has expired, negative until it will; null where the
 *     record does not say it
 * @param from the client's own methods on the stack, as a stack trace shows them
 */
public record SeenRecord(
    String hook,
    boolean saved,
    List<String> properties,
    Id clientId,
    boolean refreshToken,
    @Nullable Long expired,
    List<String> from) {

  public SeenRecord {
    properties = List.copyOf(properties);
    from = List.copyOf(from);
  }

  /** Whose the id is that the record holds. */
  public enum Id {
    ABSENT,
    /** The configured one. */
    OWN,
    OTHER,
    ADDED
  }

  /** Whether it would be told in the same words, but for its time. */
  boolean isAs(@Nullable SeenRecord other) {
    return other != null
        && hook.equals(other.hook)
        && properties.equals(other.properties)
        && clientId == other.clientId
        && refreshToken == other.refreshToken
        && isExpired() == other.isExpired();
  }

  boolean isExpired() {
    return expired != null && expired > 0;
  }

  Entry addTo(Entry entry) {
    return entry
        .with("hook", hook)
        .with("properties", String.join(",", properties))
        .with("client_id", Chronicle.word(clientId))
        .with("refresh_token", refreshToken ? "present" : "absent")
        .with(
            isExpired() ? "expired" : "expires_in",
            expired == null ? null : Long.toString(Math.abs(expired)))
        .with("from", Chronicle.joined(from));
  }
}
