package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.host.HostCalls;
import java.util.Objects;

/** A call of a method of Netty's that is given a handler's context and the id of a stream first. */
record StreamCall(Invocation invocation) {

  Object self() {
    return Objects.requireNonNull(invocation.self());
  }

  Object context() {
    return argument(0);
  }

  Object channel() {
    return HostCalls.answer(context(), "channel");
  }

  Integer id() {
    return (Integer) argument(1);
  }

  /** Whether nothing of the stream follows, which a writing method is told before its promise. */
  boolean endsStream() {
    return (boolean) argument(invocation.arguments().size() - 2);
  }

  Object argument(int index) {
    return Objects.requireNonNull(invocation.arguments().get(index));
  }
}
