package dev.mcphotfix.agent.command.report.trace.diagram;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a message means for the client. */
enum Tone {
  PLAIN,
  GOOD,
  BAD;

  /** Of a response with that status. */
  static Tone of(@Nullable String status, boolean hasError) {
    if (status == null || status.isEmpty()) {
      return PLAIN;
    }
    return switch (status.charAt(0)) {
      case '2' -> hasError ? BAD : GOOD;
      case '4', '5' -> BAD;
      default -> hasError ? BAD : PLAIN;
    };
  }

  /** A word for style sheets. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
