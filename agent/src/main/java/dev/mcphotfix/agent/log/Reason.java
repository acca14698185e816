package dev.mcphotfix.agent.log;

import static dev.mcphotfix.agent.log.Severity.DEBUG;
import static dev.mcphotfix.agent.log.Severity.INFO;
import static dev.mcphotfix.agent.log.Severity.WARN;

/** Why a token request or a credential record was changed or left alone. A closed vocabulary. */
public enum Reason {
  NO_CONFIG("no-config", DEBUG),
  NOT_POST("not-post", DEBUG),
  UNKNOWN_ENDPOINT("unknown-endpoint", WARN),
  OTHER_ENDPOINT("other-endpoint", DEBUG),
  NOT_FORM("not-form", DEBUG),
  BODY_UNREADABLE("body-unreadable", DEBUG),
  SIGNED_BODY("signed-body", DEBUG),
  NO_GRANT_TYPE("no-grant-type", DEBUG),
  GRANT_NOT_COVERED("grant-not-covered", DEBUG),
  GRANT_NOT_ENABLED("grant-not-enabled", DEBUG),
  HTTP_BASIC("http-basic", DEBUG),
  AUTHORIZATION_HEADER("authorization-header", DEBUG),
  CLIENT_ASSERTION("client-assertion", DEBUG),
  CLIENT_ATTESTATION("client-attestation", DEBUG),
  CLIENT_ID_IN_QUERY("client-id-in-query", DEBUG),
  DUPLICATE_CLIENT_ID("duplicate-client-id", WARN),
  ALREADY_PRESENT("already-present", DEBUG),
  DIFFERENT_CLIENT_ID("different-client-id", WARN),
  AMBIGUOUS_SERVER("ambiguous-server", WARN),
  TOKEN_OF_OTHER_CLIENT("token-of-other-client", WARN),
  ISSUER_CHANGED("issuer-changed", WARN),
  WORKS_WITHOUT("works-without", DEBUG),
  BREAKER_OPEN("breaker-open", WARN),
  FILLED_EMPTY("filled-empty", INFO),
  FILLED_NULL("filled-null", INFO),
  ADDED_WITH_SECRET("added-with-secret", INFO),
  ADDED("added", INFO),
  AGENT_ERROR("agent-error", WARN),

  RECORD_UNREADABLE("record-unreadable", WARN),
  RECORD_HAS_CLIENT("record-has-client", DEBUG),
  RECORD_OTHER_CLIENT("record-other-client", DEBUG),
  RECORD_UNMATCHED("record-unmatched", WARN),
  RECORD_AMBIGUOUS("record-ambiguous", WARN),
  RECORD_NO_REFRESH("record-no-refresh", DEBUG),
  RECORD_OTHER_ISSUER("record-other-issuer", DEBUG),
  /** The record's type has no slot for the id, or none that can be set. */
  RECORD_NO_SLOT("record-no-slot", WARN),
  RECORD_PATCHED("record-patched", INFO);

  /** The one detail of a reason that is never text of the host: its endpoint was found too late. */
  public static final String DISCOVERY_PENDING = "discovery-pending";

  private final String code;
  private final Severity severity;

  Reason(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /**
   * What is counted of a reason as the log tells it: the code alone, since a detail may be text of
   * the host, but for the one detail that never is.
   */
  public static String counted(String told) {
    int detail = told.indexOf(':');
    return detail < 0 || isEarly(told) ? told : told.substring(0, detail);
  }

  /** Whether a reason as the log tells it says that the endpoint was found too late. */
  public static boolean isEarly(String told) {
    return told.equals(UNKNOWN_ENDPOINT.code + ':' + DISCOVERY_PENDING)
        || told.equals(AMBIGUOUS_SERVER.code + ':' + DISCOVERY_PENDING);
  }

  /** The code in the log and in the documentation. */
  public String code() {
    return code;
  }

  /** How loudly it is said, unless a decision is worth less than its reason usually is. */
  public Severity severity() {
    return severity;
  }
}
