package dev.mcphotfix.agent.weave.advice;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** Inlined where a method returns normally with a value that may be replaced. */
public final class ReturnAdvice {

  private ReturnAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  @SuppressWarnings("UnusedVariable") // An assignment here changes the host's.
  static void exit(
      @SiteKey String key,
      @ToBridge Function<Object[], Object> bridge,
      @Advice.This(optional = true) Object self,
      @Advice.AllArguments Object[] arguments,
      @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object returned) {
    Object replaced = bridge.apply(new Object[] {key, self, arguments, returned});
    if (replaced != null) {
      returned = replaced;
    }
  }
}
