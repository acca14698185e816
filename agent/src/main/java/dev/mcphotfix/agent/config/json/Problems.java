package dev.mcphotfix.agent.config.json;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a configuration, so that the operator can mend it all at once. */
public final class Problems {

  private static final int MOST = 10;
  private static final int LONGEST = 1000;

  private final List<String> found = new ArrayList<>();

  public void add(Origin origin, String key, String message) {
    add(origin.text() + ": " + key + ": " + message);
  }

  /** A key or a file's name in it may be any text, and there may be much of it. */
  public void add(String message) {
    String line = Spelling.oneLine(message, LONGEST);
    if (found.size() < MOST && !found.contains(line)) {
      found.add(line);
    }
  }

  public List<String> found() {
    return found;
  }

  /** An exception for a problem that leaves nothing to go on with. */
  public InvalidConfigurationException fatal(String message) {
    add(message);
    return new InvalidConfigurationException(found);
  }

  public void throwIfAny() throws InvalidConfigurationException {
    if (!found.isEmpty()) {
      throw new InvalidConfigurationException(found);
    }
  }
}
