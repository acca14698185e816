package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.record.PartedRecord;
import dev.mcphotfix.agent.record.StoredRecord;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records that are the members of one object, by {@code name|hash} or by name.
 *
 * @param markers members of the root that tell the shape, the first of which holds the records;
 *     empty where the root itself holds them
 * @param owns texts that each record has
 * @param tells texts of which a record has at least one; empty where the markers are enough
 */
record RecordsByName(
    String title, List<String> markers, List<String> owns, List<String> tells, String property)
    implements CredentialShape {

  /** How Claude Code calls the server of a plugin. */
  private static final Pattern PLUGIN = Pattern.compile("plugin:[^:]+:([^|]+)(?:\\|[0-9a-f]{16})?");

  /** The {@code .credentials.json} of Claude Code; its other sections are not for MCP servers. */
  static final RecordsByName CLAUDE_CODE =
      new RecordsByName(
          "Claude Code", List.of("mcpOAuth", "claudeAiOauth"), List.of(), List.of(), "clientId");

  /** The {@code .credentials.json} of Codex. */
  static final RecordsByName CODEX =
      new RecordsByName(
          "Codex",
          List.of(),
          List.of("server_name", "server_url"),
          List.of("access_token", "refresh_token"),
          "client_id");

  /** What a rule of the agent's would find in a document, too. */
  static final RecordsByName PLAIN =
      new RecordsByName(
          "records by name",
          List.of(),
          List.of(),
          List.of("accessToken", "refreshToken"),
          "clientId");

  /** The same in the words of a token response (RFC 6749 section 5.1). */
  static final RecordsByName PLAIN_RESPONSES =
      new RecordsByName(
          "records by name",
          List.of(),
          List.of(),
          List.of("access_token", "refresh_token"),
          "client_id");

  @Override
  public @Nullable List<FoundRecord> records(Object root, List<ServerConfiguration> servers) {
    if (!(root instanceof JsonObject object)) {
      return null;
    }
    if (markers.isEmpty()) {
      List<FoundRecord> records = entries(object, "");
      return records.isEmpty() ? null : records;
    }
    boolean marked = markers.stream().anyMatch(marker -> object.object(marker) != null);
    JsonObject section = object.object(markers.get(0));
    List<FoundRecord> none = marked ? List.of() : null;
    return section == null ? none : entries(section, FoundRecord.pointer("", markers.get(0)));
  }

  private List<FoundRecord> entries(JsonObject object, String outer) {
    List<FoundRecord> records = new ArrayList<>();
    for (String name : object.names()) {
      JsonObject entry = object.object(name);
      if (entry != null && tells(entry)) {
        StoredRecord record = new StoredRecord(PartedRecord.of(entry), property, name, false);
        FoundRecord found = new FoundRecord(FoundRecord.pointer(outer, name), record);
        Matcher plugin = PLUGIN.matcher(name);
        records.add(plugin.matches() ? found.alsoCalled(plugin.group(1)) : found);
      }
    }
    return records;
  }

  private boolean tells(JsonObject entry) {
    return owns.stream().allMatch(name -> entry.text(name) != null)
        && (tells.isEmpty() || tells.stream().anyMatch(name -> entry.text(name) != null));
  }
}
