package dev.mcphotfix.agent.config;

import org.jspecify.annotations.Nullable;

/** How far the agent goes. */
public enum Mode {
  /** Requests and records are changed. */
  ENFORCE("enforce"),
  /** Nothing is changed; the log says what would have been. */
  OBSERVE("observe"),
  /** Nothing is woven. */
  OFF("off");

  private final String text;

  Mode(String text) {
    this.text = text;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }

  static @Nullable Mode of(String text) {
    for (Mode mode : values()) {
      if (mode.text.equals(text)) {
        return mode;
      }
    }
    return null;
  }
}
