package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An untyped object whose members are credential records, by name or by {@link StoreKey}. */
final class StoreDocument {

  private static final String SECTION = "mcpOAuth";

  private StoreDocument() {}

  /** One record and where it is kept. */
  record Entry(String key, CredentialRecord record) {}

  /** The section of a larger document that keeps the records; null where there is none. */
  static @Nullable CredentialRecord section(CredentialRecord root) {
    return root.names().contains(SECTION) ? NestedRecord.of(root, SECTION) : null;
  }

  /**
   * The records in a document; none where it is a record itself.
   *
   * @throws UnreadableRecordException where a member of the document is there twice
   */
  static List<Entry> entries(CredentialRecord document) {
    List<Entry> entries = new ArrayList<>();
    if (RecordEvidence.isIn(document)) {
      return entries;
    }
    for (String name : document.names()) {
      CredentialRecord record = NestedRecord.of(document, name);
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
