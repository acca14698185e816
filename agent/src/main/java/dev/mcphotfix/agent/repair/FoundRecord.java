package dev.mcphotfix.agent.repair;

import dev.mcphotfix.agent.record.StoredRecord;

/**
 * A credential record and where it is.
 *
 * @param location a JSON pointer (RFC 6901) in the file; holds names of the file's own
 */
public record FoundRecord(String location, StoredRecord record) {

  /** The pointer to a member or an element. */
  static String pointer(String outer, String name) {
    return outer + '/' + name.replace("~", "~0").replace("/", "~1");
  }
}
