package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.record.json.JsonObject;
import dev.mcphotfix.agent.record.shape.CredentialRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record whose properties a host keeps in several objects, as the tokens in one and the id in
 * another.
 *
 * @param parts asked for a property in this order
 * @param owner gets a property that is set; null where there is none
 * @param urlName what the host calls the {@code serverUrl}
 */
public record PartedRecord(List<JsonObject> parts, @Nullable JsonObject owner, String urlName)
    implements CredentialRecord {

  public PartedRecord {
    parts = List.copyOf(parts);
  }

  @Override
  public Object value() {
    return this;
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (JsonObject part : parts) {
      names.addAll(part.names());
    }
    return names;
  }

  @Override
  public @Nullable Object property(String name) {
    String own = name.equals("serverUrl") ? urlName : name;
    for (JsonObject part : parts) {
      Object value = part.property(own);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  @Override
  public boolean hasSlot(String name) {
    return owner != null;
  }

  @Override
  public boolean set(String name, Object value) {
    return owner != null && owner.set(name, value);
  }

  /** Never with the values, which may be tokens. */
  @Override
  public String toString() {
    return names().toString();
  }
}
