package dev.mcphotfix.agent.record.shape.json;

import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a member of an object of a library is.
 *
 * @param isNull asked first
 * @param text called where it is text
 */
record JsonLeaf(Predicate<Object> isNull, Predicate<Object> isText, Method text) {

  /** Whether what the library asks of a member is so. */
  static Predicate<Object> says(Method question) {
    return member -> Boolean.TRUE.equals(Reflection.invoke(question, member));
  }

  /** Whether the member is of that type, and what the library asks of it is so. */
  static Predicate<Object> says(Class<?> type, Method question) {
    return member -> type.isInstance(member) && says(question).test(member);
  }

  /** What the member holds, text as a String; null where it is absent or null. */
  @Nullable Object held(@Nullable Object member) {
    if (member == null || isNull.test(member)) {
      return null;
    }
    return isText.test(member) ? Reflection.invoke(text, member) : member;
  }
}
