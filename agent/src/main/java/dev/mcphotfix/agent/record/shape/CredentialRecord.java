package dev.mcphotfix.agent.record.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential record in the shape in which the host holds it. Used by one thread for one call.
 *
 * <p>An untyped shape (map, JSON) takes any new property; a typed one only has its own, as a strict
 * reader of the host could refuse another.
 */
public interface CredentialRecord {

  /** What the host should use: the very object it had, as long as that could be changed. */
  Object value();

  /** The names of an untyped record's properties in their order; empty for a typed record. */
  default List<String> names() {
    return List.of();
  }

  /**
   * What the property holds, text as a String; null where it is absent or null.
   *
   * @throws UnreadableRecordException where the record holds the property twice, or its module
   *     keeps it shut
   */
  @Nullable Object property(String name);

  /** The number of a property of which {@link #property} does not say what it is; else null. */
  default @Nullable Long number(String name) {
    return null;
  }

  /** Whether a text may be found under that name; a typed record only has its own. */
  default boolean declares(String name) {
    return true;
  }

  /** Whether the record can take a text under that name. */
  default boolean hasSlot(String name) {
    return true;
  }

  /** Sets the property; false where the record refuses, and is as it was then. */
  boolean set(String name, Object value);
}
