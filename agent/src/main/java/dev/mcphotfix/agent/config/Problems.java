package dev.mcphotfix.agent.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a configuration, so that the operator can mend it all at once. */
final class Problems {

  private static final int MOST = 10;

  private final List<String> found = new ArrayList<>();

  void add(Origin origin, String key, String message) {
    add(origin.text() + ": " + key + ": " + message);
  }

  void add(String message) {
    if (found.size() < MOST && !found.contains(message)) {
      found.add(message);
    }
  }

  List<String> found() {
    return found;
  }

  /** An exception for a problem that leaves nothing to go on with. */
  InvalidConfigurationException fatal(String message) {
    add(message);
    return new InvalidConfigurationException(found);
  }

  void throwIfAny() throws InvalidConfigurationException {
    if (!found.isEmpty()) {
      throw new InvalidConfigurationException(found);
    }
  }
}
