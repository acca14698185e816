package dev.mcphotfix.agent.config;

/** Where the log goes. Never standard output: a host may speak its own protocol there. */
public sealed interface LogTarget {

  /** The value as the configuration would give it, with an absolute path. */
  String text();

  /** The standard error stream of the host. */
  record Stderr() implements LogTarget {
    @Override
    public String text() {
      return "stderr";
    }
  }

  /** The logging that the host has, once the host has initialised it. */
  record Host() implements LogTarget {
    @Override
    public String text() {
      return "host";
    }
  }

  /** Lines of text, appended to the file with this absolute path. */
  record TextFile(String path) implements LogTarget {
    @Override
    public String text() {
      return "file:".concat(path);
    }
  }

  /** One JSON object a line, appended to the file with this absolute path. */
  record JsonFile(String path) implements LogTarget {
    @Override
    public String text() {
      return "json:".concat(path);
    }
  }
}
