package dev.mcphotfix.agent.weave.advice;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;

/** Inlined where a method or constructor that has set a field that may be replaced returns. */
public final class FieldAfterAdvice {

  private FieldAfterAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  @SuppressWarnings("UnusedVariable") // An assignment here changes the host's.
  static void exit(
      @SiteKey String key,
      @ToBridge Function<Object[], Object> bridge,
      @Advice.This Object self,
      @Advice.AllArguments Object[] arguments,
      @TargetField Object field) {
    Object replaced = bridge.apply(new Object[] {key, self, arguments, field});
    if (replaced != null) {
      field = replaced;
    }
  }
}
