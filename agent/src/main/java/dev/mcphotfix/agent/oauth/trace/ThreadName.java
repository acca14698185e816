package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.log.Redaction;
import java.util.StringTokenizer;

/** The name of a thread as it may be shown: a library may put a url into it. */
final class ThreadName {

  private static final String SEPARATORS = "-. :/";

  private ThreadName() {}

  /** Each part on its own, as a name is often longer than a token may be. */
  static String shown(Thread thread) {
    StringBuilder shown = new StringBuilder();
    StringTokenizer parts = new StringTokenizer(thread.getName(), SEPARATORS, true);
    while (parts.hasMoreTokens()) {
      shown.append(Redaction.text(parts.nextToken()));
    }
    return shown.toString();
  }
}
