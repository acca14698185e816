package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.log.Decided;
import dev.mcphotfix.agent.log.Reason;

/** What a reason of the log means, in half a sentence. */
final class ReasonMeaning {

  private ReasonMeaning() {}

  /** Empty for what is no code of the log's vocabulary. */
  static String of(String code) {
    if (code.equals(Decided.WITNESSED)) {
      return "the witness saw it leave, and no hook had examined it";
    }
    if (code.equals(Decided.DIAGNOSED)) {
      return "a trace tells that a conversation with the server has failed";
    }
    if (Reason.isEarly(code)) {
      return "it came before its token endpoint was found out";
    }
    for (Reason reason : Reason.values()) {
      if (reason.code().equals(code)) {
        return of(reason);
      }
    }
    return "";
  }

  private static String of(Reason reason) {
    return switch (reason) {
      case NO_CONFIG -> "no server with a client id is configured";
      case NOT_POST -> "no POST, so no token request";
      case UNKNOWN_ENDPOINT -> "a token request to a url that is no known token endpoint";
      case OTHER_ENDPOINT -> "revocation, introspection or another endpoint that issues no tokens";
      case NOT_FORM -> "the body is no form";
      case BODY_UNREADABLE -> "the body could not be read before it was sent";
      case SIGNED_BODY -> "a digest or signature covers the body";
      case NO_GRANT_TYPE -> "`grant_type` is missing, empty or repeated";
      case GRANT_NOT_COVERED -> "a grant that is never given an id";
      case GRANT_NOT_ENABLED -> "a grant that is not listed in `grants`";
      case HTTP_BASIC -> "`Authorization: Basic` already names the client";
      case AUTHORIZATION_HEADER -> "the client authenticates by another `Authorization` header";
      case CLIENT_ASSERTION -> "an assertion already names the client";
      case CLIENT_ATTESTATION -> "an attestation already names the client";
      case CLIENT_ID_IN_QUERY -> "the id is in the url";
      case DUPLICATE_CLIENT_ID -> "the client sends the id twice";
      case ALREADY_PRESENT -> "the client sends the configured id itself";
      case DIFFERENT_CLIENT_ID -> "the client sends another id, which is never overwritten";
      case AMBIGUOUS_SERVER -> "several configured servers may be meant, with different ids";
      case TOKEN_OF_OTHER_CLIENT -> "the refresh token belongs to another client or server";
      case ISSUER_CHANGED -> "the endpoint belongs to another issuer than before";
      case WORKS_WITHOUT -> "such a request succeeded without an id before";
      case BREAKER_OPEN -> "the server refused the id twice in a row, so it is no longer added";
      case FILLED_EMPTY -> "an empty `client_id` got the configured id";
      case FILLED_NULL -> "a `client_id` of `null` or the like got the configured id";
      case ADDED_WITH_SECRET -> "there was a `client_secret`, but no id";
      case ADDED -> "there was no `client_id`";
      case AGENT_ERROR -> "the agent failed";
      case RECORD_UNREADABLE -> "what the rule names is no credential record that can be read";
      case RECORD_HAS_CLIENT -> "the record has the configured id";
      case RECORD_OTHER_CLIENT -> "the record has another id, which is never overwritten";
      case RECORD_UNMATCHED -> "the record belongs to no configured server";
      case RECORD_AMBIGUOUS -> "the record may belong to several servers";
      case RECORD_NO_REFRESH -> "the record has no refresh token, so an id would not help";
      case RECORD_OTHER_ISSUER -> "the record comes from another issuer or registration";
      case RECORD_NO_SLOT -> "the record has no place for the id";
      case RECORD_PATCHED -> "the record got the configured id";
    };
  }
}
