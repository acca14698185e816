package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Likeness;
import dev.mcphotfix.agent.weave.bytecode.MethodSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The method of a class that a hook point means, or why there is none. */
sealed interface MethodMatch {

  /** This method has a body to be woven. */
  record Found(MethodSignature method) implements MethodMatch {}

  /** The method is abstract; its implementations are woven instead. */
  record Abstract(MethodSignature method) implements MethodMatch {}

  /** No method is meant without doubt. {@code why} says what is there instead. */
  record Missing(String why) implements MethodMatch {}

  /** How many methods are named in place of one that is not there. */
  int MOST = 5;

  /** Looks among the methods that a class itself declares. */
  static MethodMatch of(List<MethodSignature> methods, HookPoint point) {
    List<String> types = point.parameterTypes();
    List<MethodSignature> named = new ArrayList<>();
    for (MethodSignature method : methods) {
      if (method.name().equals(point.methodName()) && (types != null || !method.isBridge())) {
        named.add(method);
      }
    }
    if (named.isEmpty()) {
      return new Missing(nearest(methods, point.methodName()));
    }
    return types == null ? only(named) : exact(named, types);
  }

  private static MethodMatch only(List<MethodSignature> named) {
    return named.size() == 1
        ? body(named.get(0))
        : new Missing("give the parameter types; there are " + signatures(named));
  }

  private static MethodMatch exact(List<MethodSignature> named, List<String> parameterTypes) {
    for (MethodSignature method : named) {
      if (method.parameterTypes().equals(parameterTypes)) {
        return body(method.isBridge() ? bridged(method, named) : method);
      }
    }
    return new Missing("other parameter types; there are " + signatures(named));
  }

  private static MethodMatch body(MethodSignature method) {
    if (method.isNative()) {
      return new Missing("the method is native");
    }
    return method.isAbstract() ? new Abstract(method) : new Found(method);
  }

  /**
   * The method that a compiler's bridge calls. Callers that know the class's own type do not pass
   * through the bridge, so it is the method behind it that must be woven.
   */
  private static MethodSignature bridged(MethodSignature bridge, List<MethodSignature> named) {
    int count = bridge.parameterDescriptors().size();
    MethodSignature only = null;
    for (MethodSignature method : named) {
      if (!method.isBridge()
          && method.isStatic() == bridge.isStatic()
          && method.parameterDescriptors().size() == count) {
        if (only != null) {
          return bridge;
        }
        only = method;
      }
    }
    return only == null ? bridge : only;
  }

  private static String signatures(List<MethodSignature> methods) {
    List<String> signatures = new ArrayList<>();
    for (MethodSignature method : methods) {
      signatures.add(method.name() + '(' + String.join(",", method.parameterTypes()) + ')');
    }
    return String.join(" ", signatures);
  }

  /** The methods that may be meant, the likest first. */
  private static String nearest(List<MethodSignature> declared, String name) {
    List<MethodSignature> methods = new ArrayList<>(declared);
    methods.removeIf(method -> method.isSynthetic() || method.isTypeInitializer());
    methods.sort(Comparator.comparingInt(method -> Likeness.distance(name, method.name())));
    boolean all = methods.size() <= MOST;
    return "no method of that name; "
        + (all ? "there are " : "the nearest are ")
        + signatures(methods.subList(0, all ? methods.size() : MOST));
  }
}
