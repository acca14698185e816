package dev.mcphotfix.agent.weave.advice;

import java.util.function.BiPredicate;
import java.util.function.Function;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/** Inlined at the start of a method whose arguments may be replaced. */
public final class ArgumentsAdvice {

  private ArgumentsAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  @SuppressWarnings({
    "UnusedVariable",
    "ParameterName",
    "unchecked"
  }) // An assignment here changes the host's.
  static void enter(
      @SiteKey String key,
      @ToBridge Function<Object[], Object> bridge,
      @Advice.This(optional = true) Object self,
      @Advice.Argument(value = 0, optional = true, typing = Typing.DYNAMIC) Object first,
      @Advice.AllArguments(readOnly = false, typing = Typing.DYNAMIC) Object[] arguments) {
    Function<Object[], Object> reached = bridge; // Which is looked for at each mention.
    if (((BiPredicate<String, Object>) (Object) reached).test(key, first)) {
      Object replaced = reached.apply(new Object[] {key, self, arguments, null});
      if (replaced != null) {
        arguments = (Object[]) replaced;
      }
    }
  }
}
