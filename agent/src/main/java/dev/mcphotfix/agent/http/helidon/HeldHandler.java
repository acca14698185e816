package dev.mcphotfix.agent.http.helidon;

import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an {@code OutputStreamHandler}, by which an application or a media writer writes
 * the body of a request when the library has a connection. Used by one thread.
 */
final class HeldHandler extends StandIn {

  private final Function<Object, @Nullable Attempt> attempts;
  private final Consumer<Throwable> failures;

  /**
   * @param attempts answers the attempt to send a {@code WebClientServiceRequest}
   */
  HeldHandler(
      Object handler, Function<Object, @Nullable Attempt> attempts, Consumer<Throwable> failures) {
    super(handler, failures);
    this.attempts = attempts;
    this.failures = failures;
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    if (!call.is("handle") || !(call.argument(0) instanceof OutputStream stream)) {
      return call.pass();
    }
    HeldOutput output = new HeldOutput(stream, attempts, failures);
    try {
      return call.passWith(output);
    } finally {
      run(output::leave);
    }
  }
}
