package dev.mcphotfix.agent.http.helidon;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.ObservedStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code WebClientServiceResponse} to a token request, and looks at the beginning
 * of its body while the application reads it. Used by one thread at a time.
 */
final class HelidonResponse extends StandIn {

  private static final String TYPE = "io.helidon.webclient.api.WebClientServiceResponse";

  private final Optional<InputStream> body;

  private HelidonResponse(Object response, Attempt attempt, Optional<InputStream> body) {
    super(response, attempt.failures());
    this.body = body;
  }

  /** The response to go on with. */
  static Object of(Object response, Attempt attempt) {
    int status = (int) HostCalls.answer(HostCalls.answer(response, "status"), "code");
    Optional<InputStream> body =
        ((Optional<?>) HostCalls.answer(response, "inputStream"))
            .map(own -> new ObservedStream((InputStream) own, attempt, status));
    if (body.isEmpty()) {
      attempt.answered(status);
    }
    // The library does not close a body of which it reads nothing.
    CompletionStage<?> read = (CompletionStage<?>) HostCalls.answer(response, "whenComplete");
    read.whenComplete((whole, failure) -> attempt.answered(status));
    return new HelidonResponse(response, attempt, body).as(LibraryType.near(response, TYPE));
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    return call.is("inputStream") ? body : call.pass();
  }
}
