package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.record.StoredRecord;
import dev.mcphotfix.agent.record.shape.json.JsonArray;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record anywhere in any JSON file (RFC 6901).
 *
 * @param property what the id is called there, or the path to it with a dot; null where it is
 *     looked for
 * @param server the configured name that the person gives; null where the record itself says it
 */
record JsonPointer(String pointer, @Nullable String property, @Nullable String server)
    implements CredentialShape {

  static final String TITLE = "JSON pointer";

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public @Nullable List<FoundRecord> records(Object root, List<ServerConfiguration> servers) {
    if (!(target(root) instanceof JsonObject object)) {
      return null;
    }
    StoredRecord record = PointedRecord.of(pointer, object).record(property, server);
    return List.of(new FoundRecord(pointer, record));
  }

  private @Nullable Object target(Object root) {
    Object value = root;
    String[] tokens = pointer.split("/", -1);
    for (int i = 1; i < tokens.length && value != null; i++) {
      value = step(value, tokens[i].replace("~1", "/").replace("~0", "~"));
    }
    return pointer.isEmpty() || tokens[0].isEmpty() ? value : null;
  }

  private static @Nullable Object step(Object value, String name) {
    if (value instanceof JsonArray array) {
      boolean index = name.matches("0|[1-9]\\d{0,8}");
      return index ? array.container(Integer.parseInt(name)) : null;
    }
    return value instanceof JsonObject object ? object.container(name) : null;
  }
}
