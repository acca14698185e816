package dev.mcphotfix.agent.weave.advice;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** Inlined around a method that may return something else without running. */
public final class InsteadAdvice {

  private InsteadAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, skipOn = Advice.OnNonDefaultValue.class)
  static Object enter(
      @SiteKey String key,
      @ToBridge Function<Object[], Object> bridge,
      @Advice.This(optional = true) Object self,
      @Advice.AllArguments Object[] arguments) {
    return bridge.apply(new Object[] {key, self, arguments, null});
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  @SuppressWarnings("UnusedVariable") // An assignment here changes the host's.
  static void exit(
      @Advice.Enter Object instead,
      @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object returned) {
    if (instead != null) {
      returned = instead;
    }
  }
}
