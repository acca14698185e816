package dev.mcphotfix.agent.config;

import org.jspecify.annotations.Nullable;

/** From which severity on an entry is written. */
public enum LogLevel {
  DEBUG("debug"),
  INFO("info"),
  WARN("warn");

  private final String text;

  LogLevel(String text) {
    this.text = text;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }

  static @Nullable LogLevel of(String text) {
    for (LogLevel level : values()) {
      if (level.text.equals(text)) {
        return level;
      }
    }
    return null;
  }
}
