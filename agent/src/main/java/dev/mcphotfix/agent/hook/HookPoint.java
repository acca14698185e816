package dev.mcphotfix.agent.hook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the host's code that is woven.
 *
 * @param hook the name of the built-in hook or rule, as the log shows it
 * @param className binary name, as in {@code com.acme.Store$Inner}
 * @param methodName {@code <init>} for a constructor
 * @param parameterTypes binary names of the erased parameter types, arrays as in {@code byte[]};
 *     null where the name alone says which method is meant
 */
public record HookPoint(
    String hook,
    String className,
    String methodName,
    @Nullable List<String> parameterTypes,
    Target target) {

  public HookPoint {
    parameterTypes = parameterTypes == null ? null : List.copyOf(parameterTypes);
  }

  /** The same in a class of that name, in the method with these parameter types. */
  public HookPoint in(String otherClass, @Nullable List<String> types) {
    return new HookPoint(hook, otherClass, methodName, types, target);
  }

  /** The method as a person would look for it, {@code com.acme.Store#save(java.lang.String)}. */
  public String signature() {
    String types = parameterTypes == null ? "" : '(' + String.join(",", parameterTypes) + ')';
    return className + '#' + methodName + types;
  }
}
