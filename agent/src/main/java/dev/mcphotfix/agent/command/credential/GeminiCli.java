package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
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
  public @Nullable List<FoundRecord> records(Object root, List<ServerConfiguration> servers) {
    if (!(root instanceof JsonArray array)) {
      return null;
    }
    List<FoundRecord> records = new ArrayList<>();
    int index = 0;
    for (JsonObject entry : array.objects()) {
      JsonObject token = entry == null ? null : entry.object("token");
      if (entry != null && token != null && isRecord(entry, token)) {
        SplitRecord record = new SplitRecord(entry, entry, token);
        records.add(
            new FoundRecord("/" + index, record.record("clientId", "mcpServerUrl", null, false)));
      }
      index++;
    }
    return records.isEmpty() ? null : records;
  }

  private static boolean isRecord(JsonObject entry, JsonObject token) {
    return entry.text("serverName") != null
        && (token.text("accessToken") != null || token.text("refreshToken") != null);
  }
}
