package dev.mcphotfix.agent.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that is a Java {@code record}; rebuilt with its canonical constructor. */
final class JavaRecord implements CredentialRecord {

  private Record record;
  private final JavaRecordClass type;

  private JavaRecord(Record record, JavaRecordClass type) {
    this.record = record;
    this.type = type;
  }

  static JavaRecord of(Record value) {
    return new JavaRecord(value, JavaRecordClass.of(value.getClass()));
  }

  @Override
  public Object value() {
    return record;
  }

  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public @Nullable Object property(String name) {
    int component = type.indexOf(name);
    return component < 0 ? null : type.read(record, component);
  }

  @Override
  public boolean hasSlot(String name) {
    return type.takesText(type.indexOf(name));
  }

  @Override
  public boolean set(String name, Object value) {
    int component = type.indexOf(name);
    try {
      Record changed = type.rebuilt(record, component, value);
      if (!type.faithful(record) || !value.equals(type.read(changed, component))) {
        return false;
      }
      record = changed;
      return true;
    } catch (HostRefusedException e) {
      return false;
    }
  }
}
