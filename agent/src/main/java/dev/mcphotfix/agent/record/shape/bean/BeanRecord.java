package dev.mcphotfix.agent.record.shape.bean;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.ModuleAccess;
import dev.mcphotfix.agent.record.shape.CredentialRecord;
import dev.mcphotfix.agent.record.shape.StoredValue;
import org.jspecify.annotations.Nullable;

/**
 * A record that is an object of a class of the host: with setters, with fields, or copied, as a
 * Java {@code record} always is.
 */
public final class BeanRecord implements CredentialRecord {

  private Object bean;
  private final BeanClass type;

  private BeanRecord(Object bean, BeanClass type) {
    this.bean = bean;
    this.type = type;
  }

  /** Answers null for what is of the Java runtime and thus no credential of a host. */
  public static @Nullable BeanRecord of(Object value) {
    Class<?> type = value.getClass();
    boolean none = ModuleAccess.isOfTheRuntime(type) || type.isArray() || value instanceof Enum<?>;
    return none ? null : new BeanRecord(value, BeanClass.of(type));
  }

  @Override
  public Object value() {
    return bean;
  }

  @Override
  public @Nullable Object property(String name) {
    return type.property(name).read(bean);
  }

  @Override
  public boolean declares(String name) {
    return type.property(name).readsText();
  }

  /** The empty text stands for any. */
  @Override
  public boolean hasSlot(String name) {
    return type.property(name).takes("");
  }

  @Override
  public boolean set(String name, Object value) {
    BeanProperty property = type.property(name);
    if (!property.takes(value)) {
      return false;
    }
    Object original = bean;
    Object kept = property.kept(original);
    boolean done = changed(property, value);
    if (!done) {
      property.restore(original, kept);
    }
    return done;
  }

  private boolean changed(BeanProperty property, Object value) {
    try {
      return set(property, value);
    } catch (HostCallException e) {
      return false;
    }
  }

  private boolean set(BeanProperty property, Object value) {
    Object before = property.read(bean);
    Object changed = property.write(bean, value);
    Object after = property.read(changed);
    if (changed == bean && property.setter() != null) {
      return StoredValue.isOf(value, before, after);
    }
    if (!value.equals(after)
        || (changed != bean && !FaithfulCopy.of(bean, changed, before, value))) {
      return false;
    }
    bean = changed;
    return true;
  }
}
