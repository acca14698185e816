package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.Target;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription.InDefinedShape;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.scaffold.FieldLocator;
import org.jspecify.annotations.Nullable;

/** Finds out why a method cannot have the target that a rule asks for. */
final class TargetCheck {

  private TargetCheck() {}

  /** Words for the operator, or null where nothing is in the way. */
  static @Nullable String obstacle(TypeDescription type, InDefinedShape method, Target target) {
    if (target instanceof Target.Argument argument) {
      int count = method.getParameters().size();
      return argument.index() < count
          ? null
          : "there is no arg" + argument.index() + "; number of parameters: " + count;
    }
    if (target instanceof Target.Return || target instanceof Target.Instead) {
      return method.getReturnType().represents(void.class) ? "the method returns nothing" : null;
    }
    return target instanceof Target.Field field ? ofField(type, method, field.name()) : null;
  }

  private static @Nullable String ofField(
      TypeDescription type, InDefinedShape method, String name) {
    if (method.isStatic()) {
      return "the method is static and has no this." + name;
    }
    FieldLocator.Resolution found = new FieldLocator.ForClassHierarchy(type).locate(name);
    if (!found.isResolved()) {
      return "there is no field " + name + " that the class can reach";
    }
    FieldDescription field = found.getField();
    boolean ofConstructor = method.isConstructor() && field.getDeclaringType().equals(type);
    return !field.isFinal() || ofConstructor
        ? null
        : "the field " + name + " is final; name a method that is given it";
  }
}
