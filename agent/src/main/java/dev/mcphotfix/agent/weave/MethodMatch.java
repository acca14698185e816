package dev.mcphotfix.agent.weave;

import static net.bytebuddy.matcher.ElementMatchers.hasMethodName;
import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.isTypeInitializer;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Likeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription.InDefinedShape;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;

/** The method of a class that a hook point means, or why there is none. */
sealed interface MethodMatch {

  /** This method has a body to be woven. */
  record Found(InDefinedShape method) implements MethodMatch {}

  /** The method is abstract; its implementations are woven instead. */
  record Abstract(InDefinedShape method) implements MethodMatch {}

  /** No method is meant without doubt. {@code why} says what is there instead. */
  record Missing(String why) implements MethodMatch {}

  /** How many methods are named in place of one that is not there. */
  int MOST = 5;

  /** Looks among the methods that {@code type} itself declares. */
  static MethodMatch of(TypeDescription type, HookPoint point) {
    List<String> types = point.parameterTypes();
    MethodList<InDefinedShape> named =
        type.getDeclaredMethods().filter(hasMethodName(point.methodName()));
    named = types == null ? named.filter(not(isBridge())) : named;
    if (named.isEmpty()) {
      return new Missing(nearest(type, point.methodName()));
    }
    return types == null ? only(named) : exact(named, types);
  }

  private static MethodMatch only(MethodList<InDefinedShape> named) {
    return named.size() == 1
        ? body(named.getOnly())
        : new Missing("give the parameter types; there are " + signatures(named));
  }

  private static MethodMatch exact(MethodList<InDefinedShape> named, List<String> parameterTypes) {
    for (InDefinedShape method : named) {
      if (parameterTypes(method).equals(parameterTypes)) {
        return body(method.isBridge() ? bridged(method, named) : method);
      }
    }
    return new Missing("other parameter types; there are " + signatures(named));
  }

  private static MethodMatch body(InDefinedShape method) {
    if (method.isNative()) {
      return new Missing("the method is native");
    }
    return method.isAbstract() ? new Abstract(method) : new Found(method);
  }

  /**
   * The method that a compiler's bridge calls. Callers that know the class's own type do not pass
   * through the bridge, so it is the method behind it that must be woven.
   */
  private static InDefinedShape bridged(InDefinedShape bridge, MethodList<InDefinedShape> named) {
    MethodList<InDefinedShape> candidates =
        named.filter(not(isBridge()).and(takesArguments(bridge.getParameters().size())));
    candidates = candidates.filter(bridge.isStatic() ? isStatic() : not(isStatic()));
    return candidates.size() == 1 ? candidates.getOnly() : bridge;
  }

  /** Binary names of the erased parameter types, as a hook point has them. */
  static List<String> parameterTypes(InDefinedShape method) {
    List<String> types = new ArrayList<>();
    for (TypeDescription type : method.getParameters().asTypeList().asErasures()) {
      types.add(type.getActualName());
    }
    return types;
  }

  private static String signatures(List<InDefinedShape> methods) {
    List<String> signatures = new ArrayList<>();
    for (InDefinedShape method : methods) {
      signatures.add(
          method.getInternalName() + '(' + String.join(",", parameterTypes(method)) + ')');
    }
    return String.join(" ", signatures);
  }

  /** The methods that may be meant, the likest first. */
  private static String nearest(TypeDescription type, String name) {
    List<InDefinedShape> methods =
        new ArrayList<>(
            type.getDeclaredMethods().filter(not(isSynthetic().or(isTypeInitializer()))));
    methods.sort(
        Comparator.comparingInt(method -> Likeness.distance(name, method.getInternalName())));
    boolean all = methods.size() <= MOST;
    return "no method of that name; "
        + (all ? "there are " : "the nearest are ")
        + signatures(methods.subList(0, all ? methods.size() : MOST));
  }
}
