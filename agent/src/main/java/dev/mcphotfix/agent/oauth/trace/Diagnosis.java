package dev.mcphotfix.agent.oauth.trace;

import org.jspecify.annotations.Nullable;

/**
 * What a conversation that has failed comes to: one sentence, of facts that were told before.
 *
 * @param refused the status with which the MCP server refused the client; null where that was not
 *     seen
 * @param record the last one that a rule has shown
 */
record Diagnosis(@Nullable Integer refused, @Nullable SeenRecord record) {

  private static final String NEXT = " -> ";

  /**
   * Of a token request that was not granted.
   *
   * @param before the request that sent the same refresh token; null for none
   * @param seconds since then
   */
  String sentence(
      Cause cause, TokenAnswer answer, SentRequest request, @Nullable String before, long seconds) {
    return story()
        + request.word()
        + ' '
        + with(answer, request)
        + NEXT
        + answer.status()
        + (answer.error() == null ? "" : " " + answer.error())
        + ": "
        + meaning(cause, request, before, seconds);
  }

  private String story() {
    return refused == null ? "" : refused + " from the server" + NEXT;
  }

  private static String with(TokenAnswer answer, SentRequest request) {
    if (!request.isAnonymous()) {
      return "with " + request.authentication();
    }
    return switch (answer.clientId()) {
      case ABSENT -> "without client_id";
      case OTHER -> "with another client_id";
      case OWN, ADDED -> "with the client_id";
    };
  }

  private String meaning(Cause cause, SentRequest request, @Nullable String before, long seconds) {
    return switch (cause) {
      case NO_CLIENT_ID -> withoutId(request);
      case OTHER_CLIENT_ID -> withAnotherId();
      case UNKNOWN_CLIENT ->
          "the authorization server does not accept the configured id; compare it with the"
              + " registration there";
      case HEADER_NOT_WANTED ->
          "the server does not take the client's id from the header; a public client sends it in"
              + " the form; the agent leaves a request with such a header alone";
      case LOST_ROTATION -> sentTwice(before, seconds);
      case REVOKED_TOKEN ->
          "the token is revoked, expired, or was exchanged by another process; log in anew";
      case MISSING_SCOPE -> "the server does not grant the scope that was asked for; log in anew";
      case EXPIRED_RECORD, UNCLEAR ->
          "the answer does not say why; see what the server logs of request " + request.id();
    };
  }

  private String withoutId(SentRequest request) {
    return missing()
        + "; with mode=enforce the agent adds it, or says of request "
        + request.id()
        + " why not";
  }

  private String withAnotherId() {
    return "the client does not send the id that is configured"
        + (holds(SeenRecord.Id.OTHER) ? ", its record has another" + rule() : "")
        + "; log in anew with the right one, or configure the client's";
  }

  private static String sentTwice(@Nullable String before, long seconds) {
    return "the same refresh token was sent "
        + seconds
        + " s before, in request "
        + before
        + ": the new one was not saved, or two threads refresh at once; log in anew";
  }

  private String missing() {
    if (record == null) {
      return "no record was seen, which a rule shows (scan proposes one)";
    }
    if (holds(SeenRecord.Id.ABSENT)) {
      return "the record was " + done() + " without its id" + rule();
    }
    return "the record has its id" + rule() + ", and the request was not made of it";
  }

  private boolean holds(SeenRecord.Id id) {
    return record != null && record.clientId() == id;
  }

  private String done() {
    return record != null && record.saved() ? "saved" : "loaded";
  }

  private String rule() {
    return record == null ? "" : " (rule " + record.hook() + ")";
  }

  /** Null where the record has something left to refresh with, or nobody is refused. */
  @Nullable String ofExpiredRecord() {
    if (record == null || refused == null || !record.isExpired() || record.refreshToken()) {
      return null;
    }
    return story()
        + "record without refresh token, expired for "
        + record.expired()
        + " s: there is nothing to refresh with"
        + rule()
        + "; log in anew, with a scope for which the server gives a refresh token";
  }

  /** Of a refusal that asks for more than the client may. */
  String ofScope(@Nullable String wanted) {
    return story()
        + "insufficient_scope: the token is good, and lacks a scope"
        + (wanted == null ? "" : " of " + wanted)
        + "; log in anew with that scope";
  }
}
