package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record whose properties a client's file keeps in one object or in several, as the tokens in one
 * and the id in another.
 *
 * @param parts asked for a property in this order
 * @param owner gets a property that is set; null where there is none
 * @param makes whether an object in the owner may be made where it is missing
 * @param urlName what the client calls the {@code serverUrl}
 */
public record PartedRecord(
    List<JsonObject> parts, @Nullable JsonObject owner, boolean makes, String urlName)
    implements CredentialRecord {

  public PartedRecord {
    parts = List.copyOf(parts);
  }

  /** A record that is one object. */
  public static PartedRecord of(JsonObject object) {
    return new PartedRecord(List.of(object), object, false, "serverUrl");
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

  /** Whether the first object on the path is not there yet; what else is there is not replaced. */
  boolean canMake(String path) {
    int dot = path.indexOf('.');
    return makes && owner != null && dot > 0 && owner.property(path.substring(0, dot)) == null;
  }

  /** Makes that object, with the id in it. */
  void make(String path, String id) {
    int dot = path.indexOf('.');
    if (owner != null) {
      owner.setObject(path.substring(0, dot), path.substring(dot + 1), id);
    }
  }

  /** Never with the values, which may be tokens. */
  @Override
  public String toString() {
    return names().toString();
  }
}
