package dev.mcphotfix.agent.record.json;

import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that is a JSON object written as text or as UTF-8, up to 1 MiB of it. */
public final class JsonText implements CredentialRecord {

  private static final int LIMIT = 1 << 20;

  private final Object original;
  private final String mark;
  private final String text;
  private final List<JsonEdit> edits = new ArrayList<>();
  private final JsonObject root;

  private JsonText(Object original, String whole) {
    this.original = original;
    // RFC 8259 section 8.1 lets a reader skip a byte order mark.
    this.mark = whole.startsWith("\uFEFF") ? "\uFEFF" : "";
    this.text = whole.substring(mark.length());
    this.root = JsonReader.read(text, edits);
  }

  /**
   * A record in a text.
   *
   * @throws UnreadableRecordException where the text is no JSON object, or too large
   */
  public static JsonText of(String text) {
    limit(text.length());
    return new JsonText(text, text);
  }

  /**
   * A record in bytes.
   *
   * @throws UnreadableRecordException where the bytes are no JSON object in UTF-8, or too many
   */
  public static JsonText of(byte[] bytes) {
    limit(bytes.length);
    return new JsonText(bytes, JsonDocument.decoded(bytes));
  }

  @Override
  public Object value() {
    if (edits.isEmpty()) {
      return original;
    }
    String edited = mark + JsonEdit.apply(edits, text);
    return original instanceof String ? edited : edited.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<String> names() {
    return root.names();
  }

  @Override
  public @Nullable Object property(String name) {
    return root.property(name);
  }

  @Override
  public boolean hasSlot(String name) {
    return root.hasSlot(name);
  }

  @Override
  public boolean set(String name, Object value) {
    return root.set(name, value);
  }

  private static void limit(int length) {
    if (length > LIMIT) {
      throw new UnreadableRecordException("too large");
    }
  }
}
