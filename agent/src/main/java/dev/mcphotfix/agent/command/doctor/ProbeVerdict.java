package dev.mcphotfix.agent.command.doctor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the answers to a refresh without the id, and perhaps to one with it, prove. */
enum ProbeVerdict {
  WORKS_WITHOUT("the server needs no client id to refresh: no fix needed", ""),
  HEALS("refused without the client id, accepted with it: the agent heals this", ""),
  NEEDS_SECRET(
      "the server wants the client's secret as well, which the agent never adds",
      "configure the id of a public client, one without a secret, and log in again"),
  ANOTHER_ID(
      "the server does not know the configured client id, or wants its secret",
      "compare oauth.clientId with the registration at the authorization server"),
  DEAD_TOKEN(
      "the refresh token is used up, revoked, expired, or was issued to another client",
      "log in again; no client id can help this record"),
  OTHER_REFUSAL(
      "refused, but not for the client id", "see the error; scope or resource may be missing"),
  UNKNOWN("the answers prove nothing", "");

  private final String text;
  private final String advice;

  ProbeVerdict(String text, String advice) {
    this.text = text;
    this.advice = advice;
  }

  /**
   * The one place where answers are judged.
   *
   * @param without the answer to the request without the id
   * @param with the one to the request with it; null where that was not made
   */
  static ProbeVerdict of(AnswerKind without, @Nullable AnswerKind with) {
    if (with == null) {
      return switch (without) {
        case GRANTED -> WORKS_WITHOUT;
        case REFUSES_TOKEN -> DEAD_TOKEN;
        default -> UNKNOWN;
      };
    }
    return switch (with) {
      case GRANTED -> HEALS;
      case WANTS_SECRET -> NEEDS_SECRET;
      case REFUSES_CLIENT -> without == AnswerKind.WANTS_SECRET ? NEEDS_SECRET : ANOTHER_ID;
      case REFUSES_TOKEN, REFUSES_GRANT -> DEAD_TOKEN;
      case REFUSES_OTHERWISE -> OTHER_REFUSAL;
      case MISSES_ID, NOT_OAUTH, FAILED, UNCLEAR, NONE -> UNKNOWN;
    };
  }

  /** A clause. */
  String text() {
    return text;
  }

  /** What to do; empty where there is nothing to do, or it depends on the answer. */
  String advice() {
    return advice;
  }

  /** For scripts. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the refresh works, as it is or with the agent. */
  boolean isGood() {
    return this == WORKS_WITHOUT || this == HEALS;
  }
}
