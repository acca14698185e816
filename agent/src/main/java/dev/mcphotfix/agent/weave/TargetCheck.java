package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.weave.bytecode.MethodSignature;
import org.jspecify.annotations.Nullable;

/** Finds out why a method cannot have the target that a rule asks for, where that is no field. */
final class TargetCheck {

  private TargetCheck() {}

  /** Words for the operator, or null where nothing is in the way. */
  static @Nullable String obstacle(MethodSignature method, Target target) {
    if (target instanceof Target.Argument argument) {
      int count = method.parameterDescriptors().size();
      return argument.index() < count
          ? null
          : "there is no arg" + argument.index() + "; number of parameters: " + count;
    }
    if (target instanceof Target.Return || target instanceof Target.Instead) {
      return method.returnsNothing() ? "the method returns nothing" : null;
    }
    return null;
  }
}
