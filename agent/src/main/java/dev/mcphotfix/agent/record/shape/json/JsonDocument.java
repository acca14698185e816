package dev.mcphotfix.agent.record.shape.json;

import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON text with credential records in it, as a file holds it. What is not changed keeps its
 * bytes: order, indentation, line ends, and how numbers and text are written.
 */
public final class JsonDocument {

  private static final String MARK = "\uFEFF";

  private final String mark;
  private final String text;
  private final List<JsonEdit> edits = new ArrayList<>();
  private final Object root;

  /**
   * Reads a document.
   *
   * @throws UnreadableRecordException where the bytes are no JSON object or array in UTF-8, or an
   *     object in it has a name twice
   */
  public JsonDocument(byte[] bytes) {
    this(decoded(bytes), true);
  }

  /**
   * @param strictly whether no object in it may have a name twice
   */
  JsonDocument(String whole, boolean strictly) {
    // RFC 8259 section 8.1 lets a reader skip a byte order mark.
    this.mark = whole.startsWith(MARK) ? MARK : "";
    this.text = whole.substring(mark.length());
    this.root = JsonReader.read(text, edits, strictly);
  }

  /** A {@link JsonObject} or a {@link JsonArray}. */
  public Object root() {
    return root;
  }

  /** Whether anything in it was changed. */
  public boolean edited() {
    return !edits.isEmpty();
  }

  /** The changes in the order of their places in the text. */
  public List<JsonEdit> edits() {
    return JsonEdit.ordered(edits);
  }

  /** The text that was read, without a byte order mark. */
  public String text() {
    return text;
  }

  /** The text as it is with all changes. */
  public String editedText() {
    return JsonEdit.apply(edits, text);
  }

  /** The same with the byte order mark if there was one. */
  String whole() {
    return mark + editedText();
  }

  /** The whole in UTF-8. */
  public byte[] bytes() {
    return whole().getBytes(StandardCharsets.UTF_8);
  }

  /** Strict, as only bytes that are UTF-8 throughout come out the same again. */
  static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableRecordException("not UTF-8");
    }
  }
}
