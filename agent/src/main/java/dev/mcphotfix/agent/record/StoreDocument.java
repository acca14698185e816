package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An untyped object whose members are credential records, by name or by {@link StoreKey}. */
record StoreDocument(List<Entry> entries) {

  private static final String SECTION = "mcpOAuth";

  /** One record and where it is kept. */
  record Entry(String key, CredentialRecord record) {}

  /**
   * The documents in a value: itself, or a section of it; empty where it is a record.
   *
   * @throws UnreadableRecordException where a member of a document is there twice
   */
  static @Nullable StoreDocument of(CredentialRecord root) {
    if (RecordEvidence.isIn(root)) {
      return null;
    }
    StoreDocument document = new StoreDocument(entries(root));
    return document.entries.isEmpty() ? null : document;
  }

  /** The section of a larger document that keeps the records; null where there is none. */
  static @Nullable CredentialRecord section(CredentialRecord root) {
    return root.names().contains(SECTION) ? NestedRecord.of(root, SECTION) : null;
  }

  private static List<Entry> entries(CredentialRecord object) {
    List<Entry> entries = new ArrayList<>();
    for (String name : object.names()) {
      CredentialRecord record = NestedRecord.of(object, name);
      if (record != null && tells(record)) {
        entries.add(new Entry(name, record));
      }
    }
    return entries;
  }

  /** An entry that has a property twice is still one, which is then left alone. */
  private static boolean tells(CredentialRecord record) {
    try {
      return RecordEvidence.isIn(record);
    } catch (UnreadableRecordException e) {
      return true;
    }
  }
}
