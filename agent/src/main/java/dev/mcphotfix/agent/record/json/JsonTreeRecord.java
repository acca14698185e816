package dev.mcphotfix.agent.record.json;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.record.shape.CredentialRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that is a JSON object of a library of the host; rebuilt where it is immutable. */
public final class JsonTreeRecord implements CredentialRecord {

  private Object node;
  private final JsonTree tree;

  private JsonTreeRecord(Object node, JsonTree tree) {
    this.node = node;
    this.tree = tree;
  }

  /** Answers null where the value is no such tree. */
  public static @Nullable JsonTreeRecord of(Object value) {
    JsonTree tree = JsonTrees.of(value.getClass());
    return tree == null ? null : new JsonTreeRecord(value, tree);
  }

  @Override
  public Object value() {
    return node;
  }

  @Override
  public List<String> names() {
    return tree.names(node);
  }

  @Override
  public @Nullable Object property(String name) {
    return tree.get(node, name);
  }

  @Override
  public boolean hasSlot(String name) {
    return true;
  }

  @Override
  public boolean set(String name, Object value) {
    try {
      Object changed = tree.with(node, name, value);
      node = changed == null ? node : changed;
      return changed != null;
    } catch (HostCallException e) {
      return false;
    }
  }
}
