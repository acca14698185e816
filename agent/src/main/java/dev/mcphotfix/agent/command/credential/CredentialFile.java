package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.command.file.Author;
import dev.mcphotfix.agent.command.file.FileSnapshot;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.record.shape.json.JsonDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file with credential records, or two that hold one, as it was when it was read. Records are
 * changed in memory.
 *
 * @param path the file that has the id, or would have it
 * @param shape whose file it is, to be shown
 * @param records in their order in the file
 * @param json what is in the file; null where it is not there
 * @param tokens what is in the file of the tokens; null where that is the same, or not there
 * @param pair the two files; null where it is one
 */
public record CredentialFile(
    Path path,
    String shape,
    List<FoundRecord> records,
    @Nullable JsonFile json,
    @Nullable JsonFile tokens,
    SplitFiles.@Nullable Pair pair) {

  private static final List<CredentialShape> SHAPES =
      List.of(
          RecordsByName.CLAUDE_CODE,
          new GeminiCli(),
          SplitEntries.OPENCODE,
          SplitEntries.CLINE,
          SplitEntries.GOOSE,
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
   * Reads the file, of two that belong together both.
   *
   * @param servers to tell whose the files are that are named after a hash
   * @throws UnusableInputException where it cannot be read, or has no shape that is known
   */
  public static CredentialFile read(Path file, Search search, List<ServerConfiguration> servers) {
    SplitFiles.Pair pair = search.pointer() == null ? SplitFiles.of(file) : null;
    return pair == null ? readOne(file, search, servers) : readTwo(file, pair, search, servers);
  }

  /** The file that a repair of this one changes: of two, the one with the registration. */
  public static Path changedFile(Path file) {
    SplitFiles.Pair pair = SplitFiles.of(file);
    return pair == null ? file : pair.registration();
  }

  /** What is in the file that has the id; null where that is not there. */
  public @Nullable JsonDocument document() {
    return json == null ? null : json.document();
  }

  /** Whether a record was changed. */
  public boolean changed() {
    return changedFile() != null;
  }

  /** The file that has the tokens. */
  public Path tokenPath() {
    return pair == null ? path : pair.tokens();
  }

  /** Whether it is two files that belong together. */
  boolean isSplit() {
    return pair != null;
  }

  /** Whether a name that a person gives is believed of a record without a url. */
  boolean hasOneRecord() {
    return isSplit() || shape.equals(JsonPointer.TITLE);
  }

  /**
   * The text of a registration that has only the id; null where a registration is no file of its
   * own.
   */
  @Nullable String registration(String clientId) {
    return pair == null ? null : pair.only(clientId);
  }

  /**
   * Writes the records as they are now; only where one was changed.
   *
   * @param author the command that does it
   * @return the backup of what was there
   * @throws UnusableInputException where the file is left as it is
   */
  public Path write(Author author) {
    JsonFile changed = changedFile();
    if (changed == null) {
      throw new IllegalStateException("nothing was changed");
    }
    return changed.write(author);
  }

  /** A repair changes the one, a new refresh token the other. */
  private @Nullable JsonFile changedFile() {
    return Stream.of(json, tokens)
        .filter(Objects::nonNull)
        .filter(file -> file.document().edited())
        .findFirst()
        .orElse(null);
  }

  private static CredentialFile readOne(
      Path file, Search search, List<ServerConfiguration> servers) {
    JsonFile json = JsonFile.of(file);
    String pointer = search.pointer();
    List<CredentialShape> shapes =
        pointer == null
            ? SHAPES
            : List.of(new JsonPointer(pointer, search.property(), search.server()));
    for (CredentialShape shape : shapes) {
      List<FoundRecord> records = shape.records(json.document().root(), servers);
      if (records != null) {
        List<FoundRecord> called = alsoCalled(records, search.server());
        return new CredentialFile(file, shape.title(), called, json, null, null);
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

  private static CredentialFile readTwo(
      Path file, SplitFiles.Pair pair, Search search, List<ServerConfiguration> servers) {
    FileSnapshot.of(file);
    JsonFile registration = JsonFile.ifThere(pair.registration());
    JsonFile tokens = JsonFile.ifThere(pair.tokens());
    FoundRecord record =
        pair.record(
            registration == null ? null : registration.object(),
            tokens == null ? null : tokens.object(),
            search.server(),
            servers);
    return new CredentialFile(
        pair.registration(), pair.client().title(), List.of(record), registration, tokens, pair);
  }
}
