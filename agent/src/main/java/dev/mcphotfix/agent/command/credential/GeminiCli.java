package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.record.PartedRecord;
import dev.mcphotfix.agent.record.StoredRecord;
import dev.mcphotfix.agent.record.shape.json.JsonArray;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code mcp-oauth-tokens.json} of gemini-cli: an array, the tokens one step inside. */
record GeminiCli() implements CredentialShape {

  @Override
  public String title() {
    return "gemini-cli";
  }

  @Override
  public @Nullable List<FoundRecord> records(Object root) {
    if (!(root instanceof JsonArray array)) {
      return null;
    }
    List<FoundRecord> records = new ArrayList<>();
    int index = 0;
    for (JsonObject entry : array.objects()) {
      if (entry != null && entry.object("token") != null) {
        records.add(new FoundRecord("/" + index, record(entry)));
      }
      index++;
    }
    return records;
  }

  private static StoredRecord record(JsonObject entry) {
    JsonObject token = entry.object("token");
    List<JsonObject> parts = token == null ? List.of(entry) : List.of(entry, token);
    return new StoredRecord(
        new PartedRecord(parts, entry, false, "mcpServerUrl"), "clientId", null, false);
  }
}
