package dev.mcphotfix.agent.host;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an object of a library of the host, by interfaces that the agent cannot name. What
 * the host's own code throws passes as it is. What fails here never reaches the host: it is told,
 * and the call goes on to the host's own object as if nothing stood before it.
 */
public abstract class StandIn implements InvocationHandler {

  private final @Nullable Object behind;
  private final Consumer<Throwable> failures;

  /**
   * For one object.
   *
   * @param behind the host's own; null where there is none
   * @param failures is told what failed here; does not throw
   */
  protected StandIn(@Nullable Object behind, Consumer<Throwable> failures) {
    this.behind = behind;
    this.failures = failures;
  }

  /** What one call answers. */
  @FunctionalInterface
  public interface Answer {
    @Nullable Object to(StandInCall call) throws Throwable;
  }

  /** What is run of the host's, and may throw. */
  @FunctionalInterface
  protected interface HostCode {
    void run() throws Throwable;
  }

  /** One that keeps nothing. */
  public static StandIn of(@Nullable Object behind, Consumer<Throwable> failures, Answer answer) {
    return new StandIn(behind, failures) {
      @Override
      protected @Nullable Object answer(StandInCall call) throws Throwable {
        return answer.to(call);
      }
    };
  }

  /** The object to hand out: of these interfaces, all of which the first one's loader knows. */
  public final Object as(Class<?>... types) {
    return Proxy.newProxyInstance(types[0].getClassLoader(), types, this);
  }

  /** Which of ours an object is handed out for; null for one of the host's. */
  public static <T extends StandIn> @Nullable T behind(@Nullable Object object, Class<T> type) {
    return object != null
            && Proxy.isProxyClass(object.getClass())
            && type.isInstance(Proxy.getInvocationHandler(object))
        ? type.cast(Proxy.getInvocationHandler(object))
        : null;
  }

  /** What the call answers; that of the host's own object is asked for by {@code call.pass()}. */
  protected abstract @Nullable Object answer(StandInCall call) throws Throwable;

  /** What the call answers where {@link #answer} has failed. */
  protected @Nullable Object withoutUs(StandInCall call) {
    return call.pass();
  }

  @Override
  public final @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.getDeclaringClass() == Object.class
          ? answerAsObject(proxy, method.getName(), arguments)
          : guarded(new StandInCall(proxy, behind, method, arguments));
    } catch (HostThrew host) {
      throw host.thrown();
    }
  }

  private @Nullable Object guarded(StandInCall call) {
    try {
      return answer(call);
    } catch (HostThrew host) {
      throw host;
    } catch (Throwable failure) {
      failures.accept(failure);
      return lastResort(call);
    }
  }

  private @Nullable Object lastResort(StandInCall call) {
    try {
      return withoutUs(call);
    } catch (HostThrew host) {
      throw host;
    } catch (Throwable failure) {
      failures.accept(failure);
      return call.pass();
    }
  }

  private Object answerAsObject(
      Object proxy, String name, @Nullable Object @Nullable [] arguments) {
    return switch (name) {
      case "equals" -> arguments != null && arguments[0] == proxy;
      case "hashCode" -> System.identityHashCode(proxy);
      default -> getClass().getName() + " of " + (behind == null ? null : behind.getClass());
    };
  }

  /** Tells a failure of ours after which the call goes on. */
  protected final void failed(Throwable failure) {
    failures.accept(failure);
  }

  /** Throws to the host what its own code threw before. */
  protected static void rethrow(@Nullable Throwable thrown) {
    if (thrown != null) {
      throw new HostThrew(thrown);
    }
  }

  /** Whether it was thrown by the host's own code, rather than by what was to call it. */
  public static boolean isOfHost(Throwable thrown) {
    return thrown instanceof HostThrew;
  }

  /** Runs what is the host's and has types that the agent knows: what that throws passes. */
  protected static void run(HostCode code) {
    try {
      code.run();
    } catch (Throwable thrown) {
      throw new HostThrew(thrown);
    }
  }
}
