package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.MapRecord;
import dev.mcphotfix.agent.record.shape.PropertiesRecord;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import dev.mcphotfix.agent.record.shape.bean.BeanRecord;
import dev.mcphotfix.agent.record.shape.json.JsonText;
import dev.mcphotfix.agent.record.shape.json.JsonTreeRecord;
import java.util.Map;
import java.util.Properties;
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
    // Before maps, which some of these trees are.
    JsonTreeRecord tree = JsonTreeRecord.of(value);
    if (tree != null) {
      return tree;
    }
    if (value instanceof Properties properties) {
      return new PropertiesRecord(properties);
    }
    if (value instanceof Map<?, ?> map) {
      return MapRecord.of(map);
    }
    return BeanRecord.of(value);
  }

  /** What a property of a record holds; null also for text that is no JSON object. */
  static @Nullable CredentialRecord nested(@Nullable Object value) {
    try {
      return value == null ? null : of(value);
    } catch (UnreadableRecordException e) {
      return null;
    }
  }
}
