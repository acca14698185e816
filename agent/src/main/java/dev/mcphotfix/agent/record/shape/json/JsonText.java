package dev.mcphotfix.agent.record.shape.json;

import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that is a JSON object written as text or as UTF-8, up to 1 MiB of it. */
public final class JsonText implements CredentialRecord {

  private static final int LIMIT = 1 << 20;

  private final Object original;
  private final JsonDocument document;
  private final JsonObject root;

  private JsonText(Object original, JsonDocument document) {
    this.original = original;
    this.document = document;
    if (!(document.root() instanceof JsonObject object)) {
      throw new UnreadableRecordException("not a JSON object");
    }
    this.root = object;
  }

  /**
   * A record in a text.
   *
   * @throws UnreadableRecordException where the text is no JSON object, or too large
   */
  public static JsonText of(String text) {
    limit(text.length());
    return new JsonText(text, new JsonDocument(text, false));
  }

  /**
   * A record in bytes.
   *
   * @throws UnreadableRecordException where the bytes are no JSON object in UTF-8, or too many
   */
  public static JsonText of(byte[] bytes) {
    limit(bytes.length);
    return new JsonText(bytes, new JsonDocument(JsonDocument.decoded(bytes), false));
  }

  @Override
  public Object value() {
    if (!document.edited()) {
      return original;
    }
    return original instanceof String ? document.whole() : document.bytes();
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
  public @Nullable Long number(String name) {
    return root.number(name);
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
