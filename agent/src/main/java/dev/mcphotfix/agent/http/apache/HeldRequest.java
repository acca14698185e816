package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code RequestChannel} that Apache HttpClient 5 sends a request to: keeps one
 * whose length is told until its body is there, so that the header tells the length that is right.
 * Nobody waits: when there is more of the body, a thread of the agent's own looks at it, and sends
 * the request. Time-outs and cancellation are the client's.
 */
final class HeldRequest extends StandIn {

  private final Object channel;
  private final Object handler;
  private final Class<?> askerType;

  /** At the body, that are wanted and not made; none is wanted after the last. */
  private final AtomicInteger looks = new AtomicInteger();

  /**
   * @param channel the client's own
   * @param handler is told where a request fails that is sent later
   * @param askerType of what the host's producer asks for output
   */
  HeldRequest(Object channel, Object handler, Class<?> askerType, Consumer<Throwable> failures) {
    super(channel, failures);
    this.channel = channel;
    this.handler = handler;
    this.askerType = askerType;
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    HeldProducer body = StandIn.behind(call.argument(1), HeldProducer.class);
    Object request = call.argument(0);
    if (body == null || request == null || !waits(request, body)) {
      return call.pass();
    }
    looks.set(1);
    return look(body, asker(call, body)) ? call.pass() : null;
  }

  /** Not where the server is to say first whether it wants the body. */
  private static boolean waits(Object request, HeldProducer body) {
    return ApacheMessages.header(request, "Expect") == null && body.ahead().isAwaited();
  }

  private Object asker(StandInCall call, HeldProducer body) {
    return StandIn.of(null, this::failed, asked -> wake(asked.standIn(), call, body)).as(askerType);
  }

  /** Called by whoever has more of the body; may hold a lock. */
  private @Nullable Object wake(Object asker, StandInCall call, HeldProducer body) {
    if (looks.getAndIncrement() == 0) {
      new AgentThread(() -> proceed(asker, call, body), "mcp-hotfix-body").start();
    }
    return null;
  }

  private void proceed(Object asker, StandInCall call, HeldProducer body) {
    try {
      send(asker, call, body);
    } catch (RuntimeException | LinkageError e) {
      failed(e);
    }
  }

  private void send(Object asker, StandInCall call, HeldProducer body) {
    try {
      if (look(body, asker) && !body.isOver()) {
        Apache5Sending.commit(call.argument(0), body);
        HostCalls.call(channel, "sendRequest", call.arguments());
        body.resume();
      }
    } catch (HostCallException e) {
      HostCalls.call(handler, "failed", e.getCause() instanceof Exception cause ? cause : e);
    }
  }

  /** Looks as often as it is wanted; answers whether the request can be sent. */
  private boolean look(HeldProducer body, Object asker) {
    int wanted;
    do {
      wanted = looks.get();
      if (body.ahead().isThere(asker)) {
        return true;
      }
    } while (!looks.compareAndSet(wanted, 0));
    return false;
  }
}
