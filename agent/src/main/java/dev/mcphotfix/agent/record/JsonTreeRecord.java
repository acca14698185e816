package dev.mcphotfix.agent.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that is an {@code ObjectNode} of the host's own Jackson; changed in place. */
final class JsonTreeRecord implements CredentialRecord {

  private final Object node;
  private final JsonTreeMethods methods;

  private JsonTreeRecord(Object node, JsonTreeMethods methods) {
    this.node = node;
    this.methods = methods;
  }

  /** Answers null where the value is no such tree. */
  static @Nullable JsonTreeRecord of(Object value) {
    JsonTreeMethods methods = JsonTreeMethods.of(value.getClass());
    return methods == null ? null : new JsonTreeRecord(value, methods);
  }

  @Override
  public Object value() {
    return node;
  }

  @Override
  public List<String> names() {
    return methods.names(node);
  }

  @Override
  public @Nullable Object property(String name) {
    return methods.get(node, name);
  }

  @Override
  public boolean hasSlot(String name) {
    return true;
  }

  /** Takes text only: what is nested in a tree is changed in place and never needs replacing. */
  @Override
  public boolean set(String name, Object value) {
    return value instanceof String text && methods.put(node, name, text);
  }
}
