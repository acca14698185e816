package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.trace.SeenRecord;
import dev.mcphotfix.agent.oauth.trace.Trace;
import dev.mcphotfix.agent.record.shape.CredentialRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands what a rule sees on to the trace, where that is on. Never throws: what is done with a
 * record must not hang on its being told.
 *
 * @param saves whether the host saves what the rule shows, rather than loads it
 */
public record RecordTrace(Trace trace, String ruleName, boolean saves) {

  private static final int MOST_NAMES = 24;

  /** What a typed record is asked for, since it does not tell the names of its properties. */
  private static final String[] USUAL = {
    "serverName",
    "server_name",
    "serverUrl",
    "server_url",
    "issuer",
    "clientId",
    "client_id",
    "clientSecret",
    "client_secret",
    "accessToken",
    "access_token",
    "tokenType",
    "token_type",
    "refreshToken",
    "refresh_token",
    "expiresAt",
    "expires_at",
    "expiresIn",
    "expires_in",
    "expiry",
    "scope",
    "scopes",
    "tokenEndpoint",
    "token_endpoint"
  };

  /** The names of what the host itself put into it; none where nobody asks. */
  List<String> properties(CredentialRecord record) {
    List<String> names = new ArrayList<>();
    if (trace.isOn()) {
      try {
        add(record, names);
      } catch (Throwable e) { // The host must get its record whatever fails here.
        trace.failed(e);
      }
    }
    return names;
  }

  /** One that is no word may be a key. */
  private static void add(CredentialRecord record, List<String> names) {
    List<String> own = record.names();
    for (String name : own.isEmpty() ? List.of(USUAL) : own) {
      if (names.size() < MOST_NAMES && record.property(name) != null) {
        names.add(Redaction.words(name));
      }
    }
  }

  /**
   * @param properties those that it had before anything was done with it
   */
  void seen(
      CredentialRecord record,
      List<String> properties,
      RecordDecision decision,
      boolean refreshToken,
      boolean changed) {
    StaticClient client = decision.client();
    if (client == null || !trace.isOn()) {
      return;
    }
    try {
      SeenRecord.Id id = id(decision, changed);
      Long expired = Expiry.secondsSince(record, System.currentTimeMillis());
      trace.recorded(
          client.serverName(),
          new SeenRecord(
              ruleName, saves, properties, id, refreshToken, expired, CallPath.here().frames()));
    } catch (Throwable e) { // As above.
      trace.failed(e);
    }
  }

  private static SeenRecord.Id id(RecordDecision decision, boolean changed) {
    return switch (decision.reason()) {
      case RECORD_HAS_CLIENT -> SeenRecord.Id.OWN;
      case RECORD_OTHER_CLIENT -> SeenRecord.Id.OTHER;
      case RECORD_PATCHED -> changed ? SeenRecord.Id.ADDED : SeenRecord.Id.ABSENT;
      default -> SeenRecord.Id.ABSENT;
    };
  }
}
