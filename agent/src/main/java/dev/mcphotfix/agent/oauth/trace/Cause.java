package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.oauth.trace.TokenAnswer.ClientId;
import dev.mcphotfix.agent.oauth.trace.TokenAnswer.Refused;
import java.util.Locale;

/** Why a conversation has failed, as far as it shows. The vocabulary is closed. */
enum Cause {
  NO_CLIENT_ID,
  OTHER_CLIENT_ID,
  UNKNOWN_CLIENT,
  HEADER_NOT_WANTED,
  LOST_ROTATION,
  REVOKED_TOKEN,
  EXPIRED_RECORD,
  MISSING_SCOPE,
  UNCLEAR;

  /** Its code in the log, {@code no-client-id}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Of a token request that was not granted.
   *
   * @param used whether its refresh token was sent in another request before
   */
  static Cause of(TokenAnswer answer, SentRequest request, boolean used) {
    boolean silent = answer.clientId() == ClientId.ABSENT && request.isAnonymous();
    if (answer.refused() == Refused.SCOPE) {
      return MISSING_SCOPE;
    }
    if (answer.refused() == Refused.GRANT && used) {
      return LOST_ROTATION;
    }
    if (answer.refused() == Refused.CLIENT && request.isInHeader()) {
      return HEADER_NOT_WANTED;
    }
    if (answer.refused() == Refused.NOTHING) {
      return UNCLEAR;
    }
    if (silent) {
      return NO_CLIENT_ID;
    }
    if (answer.clientId() == ClientId.OTHER) {
      return OTHER_CLIENT_ID;
    }
    return switch (answer.refused()) {
      case GRANT -> REVOKED_TOKEN;
      case CLIENT -> UNKNOWN_CLIENT;
      default -> UNCLEAR;
    };
  }
}
