package dev.mcphotfix.agent.record.shape.bean;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.record.shape.CredentialRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that is a Java {@code record}; rebuilt with its canonical constructor. */
public final class JavaRecord implements CredentialRecord {

  private Record record;
  private final JavaRecordClass type;

  private JavaRecord(Record record, JavaRecordClass type) {
    this.record = record;
    this.type = type;
  }

  public static JavaRecord of(Record value) {
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

  /** The empty text stands for any. */
  @Override
  public boolean hasSlot(String name) {
    return type.takes(type.indexOf(name), "");
  }

  @Override
  public boolean set(String name, Object value) {
    int component = type.indexOf(name);
    try {
      return type.takes(component, value) && set(component, value);
    } catch (HostCallException e) {
      return false;
    }
  }

  private boolean set(int component, Object value) {
    Object before = type.read(record, component);
    Record changed = type.rebuilt(record, component, value);
    boolean done = value.equals(type.read(changed, component));
    if (done && FaithfulCopy.of(record, changed, before, value)) {
      record = changed;
      return true;
    }
    return false;
  }
}
