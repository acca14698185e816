package dev.mcphotfix.agent.record.shape.bean;

import dev.mcphotfix.agent.host.ModuleAccess;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a copy that a host's class made of an object lost nothing: one that masks a token, or
 * forgets a property, would destroy the record. Compares fields, not by the record's own {@code
 * equals}, which may leave some out, and whose first call makes the JDK hold a Java record softly.
 */
final class FaithfulCopy {

  private FaithfulCopy() {}

  /** Whether all fields are the same, but for one that had the one value and has the other. */
  static boolean of(Object original, Object copy, @Nullable Object before, Object after) {
    if (copy.getClass() != original.getClass()) {
      return false;
    }
    int changed = 0;
    for (Class<?> type = copy.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !same(field, original, copy)) {
          changed += set(field, original, copy, before, after) ? 1 : 2;
        }
      }
    }
    return changed < 2;
  }

  private static boolean same(Field field, Object original, Object copy) {
    return ModuleAccess.open(field)
        && Objects.deepEquals(Reflection.get(field, original), Reflection.get(field, copy));
  }

  private static boolean set(
      Field field, Object original, Object copy, @Nullable Object before, Object after) {
    if (!ModuleAccess.open(field)) {
      return false;
    }
    Object was = Reflection.get(field, original);
    return (was == null || was.equals(before)) && after.equals(Reflection.get(field, copy));
  }
}
