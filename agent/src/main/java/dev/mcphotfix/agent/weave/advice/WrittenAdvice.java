package dev.mcphotfix.agent.weave.advice;

import java.nio.ByteBuffer;
import java.util.function.Function;
import net.bytebuddy.asm.Advice;

/**
 * Inlined at the start of a method that writes bytes, which are looked at and stay. Nearly all that
 * is written is told by its first byte, before the bridge is looked for, which takes ten times as
 * long as that. The array of arguments is made at each mention of it: where none leaves the method,
 * the compiler makes none at all.
 */
public final class WrittenAdvice {

  private WrittenAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @SiteKey String key,
      @ToBridge Function<Object[], Object> bridge,
      @Advice.This Object self,
      @Advice.AllArguments Object[] arguments) {
    Object first = arguments[0];
    if (first instanceof ByteBuffer[]) {
      first = ((ByteBuffer[]) first)[(Integer) arguments[1]];
    }
    int begin = '?';
    if (first instanceof byte[]) {
      begin = (Integer) arguments[2] > 0 ? ((byte[]) first)[(Integer) arguments[1]] : -1;
    } else if (((ByteBuffer) first).hasRemaining()) {
      begin = ((ByteBuffer) first).get(((ByteBuffer) first).position());
    }
    boolean encrypted = begin < 0 || (begin >= 0x14 && begin <= 0x18);
    if (!encrypted && begin != '{' && begin != '[' && begin != '<') {
      Object unused = bridge.apply(new Object[] {key, self, arguments, null});
    }
  }
}
