package dev.mcphotfix.agent.record.json;

import dev.mcphotfix.agent.host.ClassMemory;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the JSON objects of the libraries that hosts use. Found through the class of the
 * host's own object and kept with that class, so that the agent holds no class loader of the host.
 */
final class JsonTrees {

  private static final ClassMemory<Found> FOUND = ClassMemory.of(type -> new Found(find(type)));

  private JsonTrees() {}

  /** Answers null where the class is of no such library, or of an unknown version of one. */
  static @Nullable JsonTree of(Class<?> type) {
    return FOUND.get(type).tree;
  }

  private static @Nullable JsonTree find(Class<?> type) {
    try {
      JsonTree tree = JacksonTree.of(type);
      tree = tree == null ? GsonTree.of(type) : tree;
      tree = tree == null ? OrgJsonTree.of(type) : tree;
      tree = tree == null ? JakartaTree.of(type) : tree;
      return tree == null ? KotlinTree.of(type) : tree;
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  /** What is remembered cannot be null, and most classes are no tree. */
  private record Found(@Nullable JsonTree tree) {}
}
