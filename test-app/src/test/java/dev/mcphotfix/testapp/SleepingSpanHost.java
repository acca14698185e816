package dev.mcphotfix.testapp;

import java.util.List;

/**
 * Refreshes beside an OpenTelemetry that it never uses: {@code SleepingSpanHost TOKEN-ENDPOINT
 * TOKEN}.
 */
final class SleepingSpanHost {

  private static final List<String> CLASSES =
      List.of(
          "io.opentelemetry.api.GlobalOpenTelemetry",
          "io.opentelemetry.api.trace.Span",
          "io.opentelemetry.api.trace.SpanContextKey",
          "io.opentelemetry.context.Context",
          "io.opentelemetry.context.LazyStorage");

  private SleepingSpanHost() {}

  public static void main(String[] arguments) throws Exception {
    for (String name : CLASSES) {
      Class.forName(name, false, SleepingSpanHost.class.getClassLoader());
    }
    RefreshingHost.main(new String[] {arguments[0], arguments[1], arguments[1]});
  }
}
