package dev.mcphotfix.agent.config;

import java.util.Locale;

/**
 * Where the log goes. Never standard output: a host may speak its own protocol there.
 *
 * @param path absolute; empty where it goes to no file
 */
public record LogTarget(Kind kind, String path) {

  /** What takes the log. */
  public enum Kind {
    /** The standard error stream of the host. */
    STDERR,
    /** The logging that the host has, once the host has initialised it. */
    HOST,
    /** Lines of text, appended to a file. */
    FILE,
    /** One JSON object a line, appended to a file. */
    JSON
  }

  /** The value as the configuration would give it, with an absolute path. */
  public String text() {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return path.isEmpty() ? word : word.concat(":").concat(path);
  }
}
