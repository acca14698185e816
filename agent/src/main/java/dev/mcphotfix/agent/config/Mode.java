package dev.mcphotfix.agent.config;

import java.util.Locale;

/** How far the agent goes. */
public enum Mode {
  /** Requests and records are changed. */
  ENFORCE,
  /** Nothing is changed; the log says what would have been. */
  OBSERVE,
  /** Nothing is changed, and nothing is woven but what only looks. */
  OFF;

  /** The word in the configuration. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
