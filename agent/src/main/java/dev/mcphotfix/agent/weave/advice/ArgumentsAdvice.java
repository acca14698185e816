package dev.mcphotfix.agent.weave.advice;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** Inlined at the start of a method whose arguments may be replaced. */
public final class ArgumentsAdvice {

  private ArgumentsAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  @SuppressWarnings({"UnusedVariable", "ParameterName"}) // An assignment here changes the host's.
  static void enter(
      @SiteKey String key,
      @ToBridge Function<Object[], Object> bridge,
      @Advice.This(optional = true) Object self,
      @Advice.AllArguments(readOnly = false, typing = Typing.DYNAMIC) Object[] arguments) {
    Object replaced = bridge.apply(new Object[] {key, self, arguments, null});
    if (replaced != null) {
      arguments = (Object[]) replaced;
    }
  }
}
