package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.command.file.Author;
import dev.mcphotfix.agent.command.file.FileReplacement;
import dev.mcphotfix.agent.command.file.FileSnapshot;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.json.ForeignFormat;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import dev.mcphotfix.agent.record.shape.json.JsonDocument;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file of a client's, as it was when it was read. It is changed in memory.
 *
 * @param document what is looked at: all of it, or the text in it that is JSON itself
 * @param whole all of it
 */
record JsonFile(FileSnapshot snapshot, JsonDocument document, JsonDocument whole) {

  /** Cline keeps all that it knows of its MCP servers in one of its secrets, which are texts. */
  private static final String SECRET = "mcpOAuthSecrets";

  /**
   * Reads it.
   *
   * @throws UnusableInputException where it cannot be read, or is no JSON object or array
   */
  static JsonFile of(Path path) {
    FileSnapshot snapshot = FileSnapshot.of(path);
    JsonDocument whole = parsed(path, snapshot.bytes());
    String secret = whole.root() instanceof JsonObject object ? object.text(SECRET) : null;
    JsonDocument document =
        secret == null ? whole : parsed(path, secret.getBytes(StandardCharsets.UTF_8));
    return new JsonFile(snapshot, document, whole);
  }

  /** Null where it is not there. */
  static @Nullable JsonFile ifThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? of(path) : null;
  }

  /** The object that it is; null where it is an array. */
  @Nullable JsonObject object() {
    return document.root() instanceof JsonObject object ? object : null;
  }

  /** Writes it as it is now, and answers the backup of what was there. */
  Path write(Author author) {
    if (document != whole && whole.root() instanceof JsonObject object) {
      object.set(SECRET, document.editedText());
    }
    return new FileReplacement(snapshot.file(), author).replace(snapshot.bytes(), whole.bytes());
  }

  private static JsonDocument parsed(Path path, byte[] bytes) {
    try {
      return new JsonDocument(bytes);
    } catch (UnreadableRecordException e) {
      throw new UnusableInputException(path, objection(e, path, bytes) + " Nothing was changed");
    }
  }

  private static String objection(UnreadableRecordException e, Path path, byte[] bytes) {
    String format = ForeignFormat.of(path.toString(), bytes);
    if (format == null) {
      return e.getMessage() + "; is this the right file?";
    }
    return "this is "
        + format
        + ", and only JSON is changed"
        + (format.equals(ForeignFormat.YAML)
            ? "; if it is goose's, write client_id into the entry oauth_creds_NAME yourself."
            : "; is this the right file?");
  }
}
