package dev.mcphotfix.testapp.host.repository;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Maps rows to a file, one for each server. Safe for many threads. */
public final class CredentialRepository {
  private final ObjectMapper mapper = new ObjectMapper();
  private final File file;

  public CredentialRepository(File folder) {
    this.file = new File(folder, "credentials.json");
  }

  /** Inserts or updates the row of this server. */
  public synchronized void save(String serverName, StoredCredential credential) throws IOException {
    Map<String, StoredCredential> rows = read();
    rows.put(serverName, credential);
    mapper.writerWithDefaultPrettyPrinter().writeValue(file, rows);
  }

  /** The row of this server; an {@link IOException} where there is none. */
  public synchronized StoredCredential findByServer(String serverName) throws IOException {
    StoredCredential row = read().get(serverName);
    if (row == null) {
      throw new IOException("not logged in");
    }
    return row;
  }

  private Map<String, StoredCredential> read() throws IOException {
    return file.exists() ? mapper.readValue(file, new TypeReference<>() {}) : new TreeMap<>();
  }
}
