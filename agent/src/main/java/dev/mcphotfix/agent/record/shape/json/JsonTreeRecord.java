package dev.mcphotfix.agent.record.shape.json;

import dev.mcphotfix.agent.host.ClassMemory;
import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.record.shape.CredentialRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that is a JSON object of a library of the host; rebuilt where it is immutable. How is
 * found through the class of the host's own object and kept with that class, so that the agent
 * holds no class loader of the host.
 */
public final class JsonTreeRecord implements CredentialRecord {

  private static final ClassMemory<Optional<JsonTree>> TREES = ClassMemory.of(JsonTreeRecord::find);

  private Object node;
  private final JsonTree tree;

  private JsonTreeRecord(Object node, JsonTree tree) {
    this.node = node;
    this.tree = tree;
  }

  /** Answers null where the value is of no such library, or of an unknown version of one. */
  public static @Nullable JsonTreeRecord of(Object value) {
    JsonTree tree = TREES.get(value.getClass()).orElse(null);
    return tree == null ? null : new JsonTreeRecord(value, tree);
  }

  private static Optional<JsonTree> find(Class<?> type) {
    try {
      JsonTree tree = NodeTree.ofJackson(type);
      tree = tree == null ? NodeTree.ofGson(type) : tree;
      tree = tree == null ? NodeTree.ofOrgJson(type) : tree;
      tree = tree == null ? JakartaTree.of(type) : tree;
      return Optional.ofNullable(tree == null ? KotlinTree.of(type) : tree);
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
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
