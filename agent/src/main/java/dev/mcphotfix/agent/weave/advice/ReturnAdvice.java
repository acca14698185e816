package dev.mcphotfix.agent.weave.advice;

import java.util.function.BiPredicate;
import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** Inlined where a method returns normally with a value that may be replaced. */
public final class ReturnAdvice {

  private ReturnAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  @SuppressWarnings({"UnusedVariable", "unchecked"}) // An assignment here changes the host's.
  static void exit(
      @SiteKey String key,
      @ToBridge Function<Object[], Object> bridge,
      @Advice.This(optional = true) Object self,
      @Advice.Argument(value = 0, optional = true, typing = Typing.DYNAMIC) Object first,
      @Advice.AllArguments Object[] arguments,
      @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object returned) {
    Function<Object[], Object> reached = bridge; // Which is looked for at each mention.
    if (((BiPredicate<String, Object>) (Object) reached).test(key, first)) {
      Object replaced = reached.apply(new Object[] {key, self, arguments, returned});
      if (replaced != null) {
        returned = replaced;
      }
    }
  }
}
