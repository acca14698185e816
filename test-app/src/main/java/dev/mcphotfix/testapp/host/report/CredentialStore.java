package dev.mcphotfix.testapp.host.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps records as JSON objects below {@code mcpOAuth} in one file. Safe for many threads. */
public final class CredentialStore {
  private static final String RECORDS = "mcpOAuth";

  private final ObjectMapper mapper = new ObjectMapper();
  private final Path file;

  public CredentialStore(File folder) {
    this.file = new File(folder, ".credentials.json").toPath();
  }

  /** Saves the entry under the key; other entries and other parts of the file stay. */
  public synchronized void save(String key, ObjectNode entry) throws IOException {
    ObjectNode content = read();
    content.withObjectProperty(RECORDS).set(key, entry);
    Path written = file.resolveSibling(file.getFileName() + ".tmp");
    mapper.writerWithDefaultPrettyPrinter().writeValue(written.toFile(), content);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The entry saved under the key; an {@link IOException} where there is none. */
  public synchronized ObjectNode load(String key) throws IOException {
    if (read().path(RECORDS).get(key) instanceof ObjectNode entry) {
      return entry;
    }
    throw new IOException("not logged in");
  }

  private ObjectNode read() throws IOException {
    return Files.exists(file)
        ? (ObjectNode) mapper.readTree(file.toFile())
        : mapper.createObjectNode();
  }
}
