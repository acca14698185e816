package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.record.PartedRecord;
import dev.mcphotfix.agent.record.StoredRecord;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential record that a client keeps in two objects: the registration (RFC 7591 section
 * 3.2.1), which has the client id, and the tokens.
 *
 * @param entry holds both; null where each has a file of its own
 * @param registration null where it is not there
 * @param tokens null where they are not there
 */
record SplitRecord(
    @Nullable JsonObject entry, @Nullable JsonObject registration, @Nullable JsonObject tokens) {

  /**
   * The record, for the rows that decide about it.
   *
   * @param property what the id is called, from the entry on where there is one
   * @param urlName what the server's url is called
   * @param said what is said about the server beside the record, or null
   * @param explicit whether a person says so
   */
  StoredRecord record(String property, String urlName, @Nullable String said, boolean explicit) {
    List<JsonObject> parts =
        Stream.of(entry, registration, tokens).filter(Objects::nonNull).distinct().toList();
    JsonObject owner = entry == null ? registration : entry;
    PartedRecord record = new PartedRecord(parts, owner, entry != null, urlName);
    return new StoredRecord(record, property, said, explicit);
  }
}
