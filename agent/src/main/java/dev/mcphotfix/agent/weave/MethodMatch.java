package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Likeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;

/** The method of a class that a hook point means, or why there is none. */
sealed interface MethodMatch {

  /** This method has a body to be woven. */
  record Found(MethodDescription.InDefinedShape method) implements MethodMatch {}

  /** The method is abstract; its implementations are woven instead. */
  record Abstract(MethodDescription.InDefinedShape method) implements MethodMatch {}

  /** No method is meant without doubt. {@code why} says what is there instead. */
  record Missing(String why) implements MethodMatch {}

  /** How many methods are named in place of one that is not there. */
  int MOST = 5;

  /** Looks among the methods that {@code type} itself declares. */
  static MethodMatch of(TypeDescription type, HookPoint point) {
    List<MethodDescription.InDefinedShape> named = new ArrayList<>();
    for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
      if (method.getInternalName().equals(point.methodName())) {
        named.add(method);
      }
    }
    List<String> types = point.parameterTypes();
    return types == null
        ? only(type, point.methodName(), named)
        : exact(type, point.methodName(), named, types);
  }

  private static MethodMatch only(
      TypeDescription type, String name, List<MethodDescription.InDefinedShape> named) {
    List<MethodDescription.InDefinedShape> own = new ArrayList<>();
    for (MethodDescription.InDefinedShape method : named) {
      if (!method.isBridge()) {
        own.add(method);
      }
    }
    return switch (own.size()) {
      case 0 -> new Missing(nearest(type, name));
      case 1 -> body(own.get(0));
      default -> new Missing("give the parameter types; there are " + signatures(own));
    };
  }

  private static MethodMatch exact(
      TypeDescription type,
      String name,
      List<MethodDescription.InDefinedShape> named,
      List<String> parameterTypes) {
    for (MethodDescription.InDefinedShape method : named) {
      if (parameterTypes(method).equals(parameterTypes)) {
        return body(method.isBridge() ? bridged(method, named) : method);
      }
    }
    return named.isEmpty()
        ? new Missing(nearest(type, name))
        : new Missing("other parameter types; there are " + signatures(named));
  }

  private static MethodMatch body(MethodDescription.InDefinedShape method) {
    if (method.isNative()) {
      return new Missing("the method is native");
    }
    return method.isAbstract() ? new Abstract(method) : new Found(method);
  }

  /**
   * The method that a compiler's bridge calls. Callers that know the class's own type do not pass
   * through the bridge, so it is the method behind it that must be woven.
   */
  private static MethodDescription.InDefinedShape bridged(
      MethodDescription.InDefinedShape bridge, List<MethodDescription.InDefinedShape> named) {
    List<MethodDescription.InDefinedShape> candidates = new ArrayList<>();
    for (MethodDescription.InDefinedShape method : named) {
      if (!method.isBridge()
          && method.isStatic() == bridge.isStatic()
          && method.getParameters().size() == bridge.getParameters().size()) {
        candidates.add(method);
      }
    }
    return candidates.size() == 1 ? candidates.get(0) : bridge;
  }

  /** Binary names of the erased parameter types, as a hook point has them. */
  static List<String> parameterTypes(MethodDescription.InDefinedShape method) {
    List<String> types = new ArrayList<>();
    for (ParameterDescription parameter : method.getParameters()) {
      types.add(parameter.getType().asErasure().getActualName());
    }
    return types;
  }

  private static String signatures(List<MethodDescription.InDefinedShape> methods) {
    List<String> signatures = new ArrayList<>();
    for (MethodDescription.InDefinedShape method : methods) {
      signatures.add(
          method.getInternalName() + '(' + String.join(",", parameterTypes(method)) + ')');
    }
    return String.join(" ", signatures);
  }

  /** The methods that may be meant, the likest first. */
  private static String nearest(TypeDescription type, String name) {
    List<MethodDescription.InDefinedShape> methods = new ArrayList<>();
    for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
      if (!method.isSynthetic() && !method.isTypeInitializer()) {
        methods.add(method);
      }
    }
    methods.sort(
        Comparator.comparingInt(method -> Likeness.distance(name, method.getInternalName())));
    boolean all = methods.size() <= MOST;
    return "no method of that name; "
        + (all ? "there are " : "the nearest are ")
        + signatures(methods.subList(0, all ? methods.size() : MOST));
  }
}
