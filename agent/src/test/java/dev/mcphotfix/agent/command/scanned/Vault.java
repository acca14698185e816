package dev.mcphotfix.agent.command.scanned;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a client that is scanned keeps its records. */
final class Vault {
  private final Map<String, Credential> records = new HashMap<>();

  void save(String server, Credential credential) {
    records.put(server, credential);
  }

  @Nullable Credential load(String server) {
    return records.get(server);
  }
}
