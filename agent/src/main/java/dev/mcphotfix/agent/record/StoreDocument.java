package dev.mcphotfix.agent.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An untyped object whose members are credential records, by name or by {@link StoreKey}. */
record StoreDocument(CredentialRecord object, List<Entry> entries) {

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
    StoreDocument document = new StoreDocument(root, entries(root));
    return document.entries.isEmpty() ? null : document;
  }

  /** The section of a larger document that keeps the records; null where there is none. */
  static @Nullable CredentialRecord section(CredentialRecord root) {
    return root.names().contains(SECTION) ? CredentialRecords.nested(root.property(SECTION)) : null;
  }

  /** Puts a section back whose value had to be rebuilt. */
  static void putBack(CredentialRecord root, CredentialRecord section) {
    put(root, SECTION, section);
  }

  /** Puts the record back where its value had to be rebuilt. */
  void putBack(Entry entry) {
    put(object, entry.key, entry.record);
  }

  private static void put(CredentialRecord object, String name, CredentialRecord changed) {
    if (object.property(name) != changed.value() && !object.set(name, changed.value())) {
      throw new IllegalStateException("the document refuses the record");
    }
  }

  private static List<Entry> entries(CredentialRecord object) {
    List<Entry> entries = new ArrayList<>();
    for (String name : object.names()) {
      CredentialRecord record = CredentialRecords.nested(object.property(name));
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
