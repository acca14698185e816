package dev.mcphotfix.testapp.host.document;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Keeps a JSON object for each server in one file. Safe for many threads. */
public final class CredentialDocuments {
  private final ObjectMapper mapper = new ObjectMapper();
  private final File file;

  public CredentialDocuments(File folder) {
    this.file = new File(folder, "documents.json");
  }

  /** Writes the record instead of the one that was there. */
  public synchronized void write(String serverName, StoredTokens tokens) throws IOException {
    Map<String, StoredTokens> documents = read();
    documents.put(serverName, tokens);
    mapper.writerWithDefaultPrettyPrinter().writeValue(file, documents);
  }

  /** The record of this server; an {@link IOException} where there is none. */
  public synchronized StoredTokens read(String serverName) throws IOException {
    StoredTokens tokens = read().get(serverName);
    if (tokens == null) {
      throw new IOException("not logged in");
    }
    return tokens;
  }

  private Map<String, StoredTokens> read() throws IOException {
    return file.exists() ? mapper.readValue(file, new TypeReference<>() {}) : new TreeMap<>();
  }
}
