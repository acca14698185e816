package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.command.file.Author;
import dev.mcphotfix.agent.command.file.FileReplacement;
import dev.mcphotfix.agent.command.file.FileSnapshot;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import dev.mcphotfix.agent.record.shape.json.JsonDocument;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file with credential records, as it was when it was read. Records are changed in memory.
 *
 * @param path the file that is changed
 * @param shape whose file it is, to be shown
 * @param records in their order in the file
 * @param snapshot what was read; null where the file is not there
 * @param document the same as JSON
 */
public record CredentialFile(
    Path path,
    String shape,
    List<FoundRecord> records,
    @Nullable FileSnapshot snapshot,
    @Nullable JsonDocument document) {

  private static final List<CredentialShape> SHAPES =
      List.of(
          RecordsByName.CLAUDE_CODE,
          new GeminiCli(),
          new Opencode(),
          RecordsByName.CODEX,
          RecordsByName.PLAIN_RESPONSES,
          RecordsByName.PLAIN);

  public CredentialFile {
    records = List.copyOf(records);
  }

  /**
   * Where in a file of no known shape its record is.
   *
   * @param pointer a JSON pointer (RFC 6901); null for a file of a known shape
   * @param server the configured name of the record's server, in a file of a known shape of those
   *     with its url; null where the records say it
   * @param property what the id is called, or the path to it with a dot; null where it is looked
   *     for
   */
  public record Search(
      @Nullable String pointer, @Nullable String server, @Nullable String property) {

    /** For a file of a known shape. */
    public static final Search KNOWN_SHAPES = new Search(null, null, null);
  }

  /**
   * Reads the file, of mcp-remote's two files both.
   *
   * @param servers to tell whose mcp-remote's files are
   * @throws UnusableInputException where it cannot be read, or has no shape that is known
   */
  public static CredentialFile read(Path file, Search search, List<ServerConfiguration> servers) {
    McpRemote remote = search.pointer() == null ? McpRemote.of(file) : null;
    return remote == null ? read(file, search) : read(file, remote, search.server(), servers);
  }

  /** The file that a repair of this one changes: of mcp-remote's two, the one with the client. */
  public static Path changedFile(Path file) {
    McpRemote remote = McpRemote.of(file);
    return remote == null ? file : file.resolveSibling(remote.clientFile());
  }

  /** Whether a record was changed. */
  public boolean changed() {
    return document != null && document.edited();
  }

  /**
   * Writes the records as they are now; only where one was changed.
   *
   * @param author the command that does it
   * @return the backup of what was there
   * @throws UnusableInputException where the file is left as it is
   */
  public Path write(Author author) {
    byte[] before = snapshot == null ? new byte[0] : snapshot.bytes();
    byte[] after = document == null ? new byte[0] : document.bytes();
    return new FileReplacement(path, author).replace(before, after);
  }

  private static CredentialFile read(Path file, Search search) {
    FileSnapshot snapshot = FileSnapshot.of(file);
    JsonDocument document = document(snapshot);
    String pointer = search.pointer();
    List<CredentialShape> shapes =
        pointer == null
            ? SHAPES
            : List.of(new JsonPointer(pointer, search.property(), search.server()));
    for (CredentialShape shape : shapes) {
      List<FoundRecord> records = shape.records(document.root());
      if (records != null) {
        return new CredentialFile(
            file, shape.title(), alsoCalled(records, search.server()), snapshot, document);
      }
    }
    throw new UnusableInputException(
        file,
        pointer == null
            ? "no credential records of a known client in it; point at one by repair --pointer"
            : "no JSON object at the pointer \"" + pointer + "\"; correct --pointer");
  }

  private static List<FoundRecord> alsoCalled(List<FoundRecord> records, @Nullable String server) {
    return server == null
        ? records
        : records.stream().map(record -> record.alsoCalled(server)).toList();
  }

  private static CredentialFile read(
      Path file, McpRemote remote, @Nullable String server, List<ServerConfiguration> servers) {
    FileSnapshot.of(file);
    Path path = changedFile(file);
    FileSnapshot snapshot = ifThere(path);
    JsonDocument client = snapshot == null ? null : document(snapshot);
    FileSnapshot tokens = ifThere(file.resolveSibling(remote.tokenFile()));
    FoundRecord record =
        remote.record(client, tokens == null ? null : document(tokens), server, servers);
    return new CredentialFile(path, "mcp-remote", List.of(record), snapshot, client);
  }

  private static @Nullable FileSnapshot ifThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? FileSnapshot.of(file) : null;
  }

  private static JsonDocument document(FileSnapshot snapshot) {
    try {
      return new JsonDocument(snapshot.bytes());
    } catch (UnreadableRecordException e) {
      throw new UnusableInputException(
          snapshot.file(), e.getMessage() + "; is this the right file? Nothing was changed");
    }
  }
}
