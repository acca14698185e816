package dev.mcphotfix.agent.oauth.trace;

import java.util.Locale;

/** A step of a client's conversation with a server. The vocabulary is closed. */
public enum Step {
  REQUEST_REFUSED(true),
  METADATA(false),
  REGISTRATION(false),
  AUTHORIZATION(true),
  TOKEN_REQUEST(true),
  TOKEN_RESPONSE(false),
  RECORD_SAVED(false),
  RECORD_LOADED(true),
  REQUEST_ACCEPTED(false),
  /** No step of the client's: so many found no room. */
  LEFT_OUT(false);

  private final boolean begins;

  Step(boolean begins) {
    this.begins = begins;
  }

  /** Its name in the log, {@code token-request}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether another conversation begins with it where the last one has come to its end. */
  boolean begins() {
    return begins;
  }
}
