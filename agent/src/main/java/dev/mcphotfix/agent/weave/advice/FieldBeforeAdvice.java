package dev.mcphotfix.agent.weave.advice;

import java.util.function.Function;
import net.bytebuddy.asm.Advice;

/** Inlined at the start of a method that is about to use a field that may be replaced. */
public final class FieldBeforeAdvice {

  private FieldBeforeAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  @SuppressWarnings("UnusedVariable") // An assignment here changes the host's.
  static void enter(
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
