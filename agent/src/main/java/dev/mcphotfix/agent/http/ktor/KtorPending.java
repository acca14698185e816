package dev.mcphotfix.agent.http.ktor;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call of a Ktor engine that is put off while a discovery is under way. Its coroutine is
 * suspended, so that no thread waits; the call is made when that has ended, where the coroutine
 * belongs. Stands in for the continuation that the engine was to be given.
 */
final class KtorPending extends StandIn {

  private final Object engine;
  private final Object data;
  private final Object caller;
  private final Coroutines coroutines;
  private final Object suspended;
  private boolean called;

  KtorPending(Object engine, Object data, Object caller, Consumer<Throwable> failures) {
    super(caller, failures);
    this.engine = engine;
    this.data = data;
    this.caller = caller;
    coroutines = new Coroutines(data);
    suspended = coroutines.suspended();
  }

  /** What the engine answers in the meantime. */
  Object suspended() {
    return suspended;
  }

  /** The discovery has ended. Any thread. */
  void goOnSoon() {
    coroutines.resumeSoon(as(coroutines.continuation()), null, this::failed);
  }

  /** Resumed once to call the engine, and once with what that answers later. */
  @Override
  protected @Nullable Object answer(StandInCall call) {
    if (!call.is("resumeWith") || called) {
      return call.pass();
    }
    called = true;
    Object answer = call(call.standIn());
    if (answer != suspended) {
      HostCalls.pass(caller, "resumeWith", answer);
    }
    return null;
  }

  private @Nullable Object call(Object continuation) {
    try {
      return HostCalls.call(engine, "execute", data, continuation);
    } catch (HostCallException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      return HostCalls.callStatic(
          LibraryType.near(data, "kotlin.ResultKt"), "createFailure", cause);
    }
  }
}
