package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.record.shape.CredentialRecord;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the id of a record is kept: in the record itself, or in one inside it.
 *
 * @param owner the record that has the id, or lacks it
 */
record IdPlace(CredentialRecord owner, String name) {

  /**
   * Answers null where a record on the way is not there: it is not for the agent to invent it.
   *
   * @param path a name, or names with dots between them; an untyped record may have one with dots
   */
  static @Nullable IdPlace in(CredentialRecord record, String path) {
    boolean flat = record.value() instanceof Properties || record.names().contains(path);
    int dot = flat ? -1 : path.indexOf('.');
    if (dot < 0) {
      return new IdPlace(record, path);
    }
    CredentialRecord inner = NestedRecord.of(record, path.substring(0, dot));
    return inner == null ? null : in(inner, path.substring(dot + 1));
  }

  boolean isFree() {
    return owner.hasSlot(name);
  }

  /** False where the record refuses, and is as it was then. */
  boolean set(String id) {
    return owner.set(name, id);
  }
}
