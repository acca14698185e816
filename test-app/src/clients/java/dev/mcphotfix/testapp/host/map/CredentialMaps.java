package dev.mcphotfix.testapp.host.map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the properties of each server's node in one file. Safe for many threads. */
public final class CredentialMaps {
  private final ObjectMapper mapper = new ObjectMapper();
  private final File file;

  public CredentialMaps(File folder) {
    this.file = new File(folder, "nodes.json");
  }

  /** Keeps these properties, and none that were there before. */
  public synchronized void put(String serverName, Map<String, String> properties)
      throws IOException {
    Map<String, Map<String, String>> nodes = read();
    nodes.put(serverName, properties);
    mapper.writerWithDefaultPrettyPrinter().writeValue(file, nodes);
  }

  /** The properties of this server; an {@link IOException} where there are none. */
  public synchronized Map<String, String> get(String serverName) throws IOException {
    Map<String, String> properties = read().get(serverName);
    if (properties == null) {
      throw new IOException("not logged in");
    }
    return properties;
  }

  private Map<String, Map<String, String>> read() throws IOException {
    return file.exists() ? mapper.readValue(file, new TypeReference<>() {}) : new TreeMap<>();
  }
}
