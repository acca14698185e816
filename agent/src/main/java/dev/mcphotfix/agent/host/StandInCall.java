package dev.mcphotfix.agent.host;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One call of a stand-in. Used by the thread that calls. */
public final class StandInCall {

  private static final Object[] NONE = {};

  private final Object standIn;
  private final @Nullable Object behind;
  private final Method method;
  private final @Nullable Object[] arguments;
  private boolean passed;
  private @Nullable Object answer;
  private @Nullable RuntimeException thrown;

  StandInCall(
      Object standIn,
      @Nullable Object behind,
      Method method,
      @Nullable Object @Nullable [] arguments) {
    this.standIn = standIn;
    this.behind = behind;
    this.method = method;
    this.arguments = arguments == null ? NONE : arguments;
  }

  /** The object that was called, as the host knows it. */
  public Object standIn() {
    return standIn;
  }

  public Method method() {
    return method;
  }

  public boolean is(String name) {
    return method.getName().equals(name);
  }

  /** As the host gave them. */
  public @Nullable Object[] arguments() {
    return arguments;
  }

  /** Null where there is none at that index. */
  public @Nullable Object argument(int index) {
    return index < arguments.length ? arguments[index] : null;
  }

  /**
   * Makes the call on the host's own object, once: whoever asks again is answered the same. Null
   * where there is no such object.
   */
  public @Nullable Object pass() {
    return passTo(behind, arguments);
  }

  /** The same with other arguments. */
  public @Nullable Object passWith(@Nullable Object... others) {
    return passTo(behind, others);
  }

  /** The same for another object of the host's. */
  public @Nullable Object passTo(@Nullable Object receiver, @Nullable Object... others) {
    if (!passed && receiver != null) {
      passed = true;
      try {
        answer = Reflection.invoke(method, receiver, others);
      } catch (HostCallException e) {
        thrown = HostThrew.of(e);
      }
    }
    if (thrown != null) {
      throw thrown;
    }
    return answer;
  }
}
