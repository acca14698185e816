package dev.mcphotfix.agent.hook;

import org.jspecify.annotations.Nullable;

/**
 * Tells by its first argument, or by its receiver where it has none, a call that a handler leaves
 * alone, so that nothing more is done for it. Called on the host's thread for each call.
 */
@FunctionalInterface
public interface CallFilter {

  /** Of a handler that is to be shown each call. No lambda, which would cost time at a start. */
  CallFilter NONE =
      new CallFilter() {
        @Override
        public boolean mayMatter(@Nullable Object first) {
          return true;
        }
      };

  /**
   * In doubt, true. May throw anything, which is taken for doubt.
   *
   * @param first argument of the call, or null; of a method without any its receiver, null where it
   *     is static
   */
  boolean mayMatter(@Nullable Object first);
}
