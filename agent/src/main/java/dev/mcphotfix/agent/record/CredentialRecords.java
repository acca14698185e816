package dev.mcphotfix.agent.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises the shape in which a host holds a record. */
final class CredentialRecords {

  private CredentialRecords() {}

  /**
   * Answers null where the value has none of the known shapes.
   *
   * @throws UnreadableRecordException where it is text that is no JSON object
   */
  static @Nullable CredentialRecord of(Object value) {
    if (value instanceof CredentialRecord record) {
      return record;
    }
    if (value instanceof String text) {
      return JsonText.of(text);
    }
    if (value instanceof byte[] bytes) {
      return JsonText.of(bytes);
    }
    if (value instanceof Map<?, ?> map) {
      return MapRecord.of(map);
    }
    return ofHostType(value);
  }

  /** What a property of a record holds; null also for text that is no JSON object. */
  static @Nullable CredentialRecord nested(@Nullable Object value) {
    try {
      return value == null ? null : of(value);
    } catch (UnreadableRecordException e) {
      return null;
    }
  }

  private static @Nullable CredentialRecord ofHostType(Object value) {
    if (value instanceof Record record) {
      return JavaRecord.of(record);
    }
    JsonTreeRecord tree = JsonTreeRecord.of(value);
    return tree == null ? BeanRecord.of(value) : tree;
  }
}
