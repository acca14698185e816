package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.record.StoredRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A credential record and where it is.
 *
 * @param location a JSON pointer (RFC 6901) in the file; holds names of the file's own
 */
public record FoundRecord(String location, StoredRecord record) {

  /** The same, with one more name that is believed where the record's url fits. */
  FoundRecord alsoCalled(String server) {
    return new FoundRecord(location, record.alsoCalled(server));
  }

  /** The location to be shown: what could be a token in it is masked. */
  public String shown() {
    return location.isEmpty() ? "(the whole file)" : shown(location);
  }

  static String shown(String pointer) {
    return Stream.of(pointer.split("/", -1)).map(Redaction::text).collect(Collectors.joining("/"));
  }

  /** The pointer to a member or an element. */
  static String pointer(String outer, String name) {
    return outer + '/' + name.replace("~", "~0").replace("/", "~1");
  }
}
