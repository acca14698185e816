package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.ObservedStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the entity of a token response of Apache HttpClient 4 or 5, and looks at its
 * beginning while the host reads it. Used by one thread at a time.
 */
final class ObservedEntity extends StandIn {

  private final Object entity;
  private final ApacheResponse response;
  private @Nullable InputStream content;

  private ObservedEntity(Object entity, ApacheResponse response) {
    super(entity, response.attempt().failures());
    this.entity = entity;
    this.response = response;
  }

  static Object of(Object entity, Class<?> type, ApacheResponse response) {
    return new ObservedEntity(entity, response).as(type);
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    if (call.is("getContent")) {
      return content();
    }
    if (call.is("writeTo") && call.argument(0) instanceof OutputStream out) {
      InputStream whole = content();
      run(
          () -> {
            try (whole) {
              whole.transferTo(out);
            }
          });
      return null;
    }
    if (call.is("close")) {
      response.ended();
    }
    return call.pass();
  }

  private InputStream content() {
    if (content == null) {
      content =
          new ObservedStream(
              Objects.requireNonNull((InputStream) HostCalls.pass(entity, "getContent")),
              response.attempt(),
              response.status());
    }
    return content;
  }
}
