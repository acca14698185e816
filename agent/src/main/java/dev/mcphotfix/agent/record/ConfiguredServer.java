package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.oauth.StaticClient;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A static client and what else of its server's configuration enters the key of a saved record.
 *
 * @param type of the transport as it is configured, {@code http} or {@code sse}
 * @param headers in the order of the configuration; may hold secrets, never logged
 */
public record ConfiguredServer(StaticClient client, String type, Map<String, String> headers) {

  public ConfiguredServer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Without the values of the headers, each of which may be a credential. */
  @Override
  public String toString() {
    return "ConfiguredServer[" + client.serverName() + ", " + type + ", " + headers.keySet() + ']';
  }
}
