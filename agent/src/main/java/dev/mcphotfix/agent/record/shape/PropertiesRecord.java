package dev.mcphotfix.agent.record.shape;

import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A record that is a {@code Properties} with, perhaps, defaults behind it; changed in place. */
public final class PropertiesRecord implements CredentialRecord {

  private final Properties properties;

  public PropertiesRecord(Properties properties) {
    this.properties = properties;
  }

  @Override
  public Object value() {
    return properties;
  }

  @Override
  public List<String> names() {
    return List.copyOf(properties.stringPropertyNames());
  }

  @Override
  public @Nullable Object property(String name) {
    Object own = properties.get(name);
    return own == null ? properties.getProperty(name) : own;
  }

  @Override
  public boolean set(String name, Object value) {
    if (!(value instanceof String text)) {
      return false;
    }
    try {
      Object before = property(name);
      properties.setProperty(name, text);
      return StoredValue.isOf(text, before, properties.getProperty(name));
    } catch (UnsupportedOperationException unmodifiable) {
      return false;
    }
  }
}
