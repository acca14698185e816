package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.record.PartedRecord;
import dev.mcphotfix.agent.record.StoredRecord;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code mcp-auth.json} of opencode: by name; tokens and client in objects of their own. */
record Opencode() implements CredentialShape {

  @Override
  public String title() {
    return "opencode";
  }

  @Override
  public @Nullable List<FoundRecord> records(Object root) {
    if (!(root instanceof JsonObject object)) {
      return null;
    }
    List<FoundRecord> records = new ArrayList<>();
    boolean known = false;
    for (String name : object.names()) {
      JsonObject entry = object.object(name);
      List<JsonObject> parts = entry == null ? List.of() : parts(entry);
      if (entry != null && parts.size() > 1) {
        known |= tells(entry);
        PartedRecord record = new PartedRecord(parts, entry, true, "serverUrl");
        records.add(
            new FoundRecord(
                FoundRecord.pointer("", name),
                new StoredRecord(record, "clientInfo.clientId", name, false)));
      }
    }
    return known ? records : null;
  }

  /** Other clients have objects of these names, too, with other things in them. */
  private static boolean tells(JsonObject entry) {
    JsonObject tokens = entry.object("tokens");
    JsonObject client = entry.object("clientInfo");
    boolean token =
        tokens != null
            && (tokens.text("accessToken") != null || tokens.text("refreshToken") != null);
    boolean registered = client != null && client.text("clientId") != null;
    return token || (registered && entry.text("serverUrl") != null);
  }

  /** The client is optional there; without one, opencode reads an entry as well. */
  private static List<JsonObject> parts(JsonObject entry) {
    return Stream.of(entry, entry.object("tokens"), entry.object("clientInfo"))
        .filter(Objects::nonNull)
        .toList();
  }
}
