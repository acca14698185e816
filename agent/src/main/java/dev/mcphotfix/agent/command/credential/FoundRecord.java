package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A credential record and where it is.
 *
 * @param location a JSON pointer (RFC 6901) in the file; holds names of the file's own
 */
public record FoundRecord(String location, StoredRecord record) {

  /** The location to be shown: what could be a token in it is masked. */
  public String shown() {
    List<String> names = new ArrayList<>();
    for (String name : location.split("/", -1)) {
      names.add(Redaction.text(name));
    }
    return location.isEmpty() ? "(the whole file)" : String.join("/", names);
  }

  /** The pointer to a member or an element. */
  static String pointer(String outer, String name) {
    return outer + '/' + name.replace("~", "~0").replace("/", "~1");
  }
}
