package dev.mcphotfix.testapp;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/**
 * Refreshes within a span that OpenTelemetry's agent makes for it: {@code BridgedHost
 * TOKEN-ENDPOINT TOKEN}.
 */
final class BridgedHost {

  private BridgedHost() {}

  public static void main(String[] arguments) throws Exception {
    Span span = GlobalOpenTelemetry.getTracer("host").spanBuilder("reconnect").startSpan();
    Context context = Context.current().with(span);
    context.wrap(() -> UnawareHost.refresh(arguments[0], arguments[1])).call();
    span.end();
  }
}
