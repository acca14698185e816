package dev.mcphotfix.testapp;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import java.util.TreeMap;

/**
 * Refreshes within a span of OpenTelemetry's SDK, or outside of it, and prints the events of the
 * span: {@code SpanHost within|outside TOKEN-ENDPOINT TOKEN}.
 */
final class SpanHost {

  private static final InMemorySpanExporter EXPORTER = InMemorySpanExporter.create();

  private SpanHost() {}

  public static void main(String[] arguments) throws Exception {
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(EXPORTER))
            .build()) {
      Span span = provider.get("host").spanBuilder("reconnect").startSpan();
      boolean within = arguments[0].equals("within");
      Context context = within ? Context.current().with(span) : Context.root();
      context.wrap(() -> refresh(arguments)).call();
      span.end();
      EXPORTER.getFinishedSpanItems().forEach(told -> told.getEvents().forEach(SpanHost::print));
    }
  }

  private static boolean refresh(String[] arguments) throws Exception {
    UnawareHost.refresh(arguments[1], arguments[2]);
    RefreshingHost.main(new String[] {arguments[3], "none"}); // Refuses whatever it is sent.
    return true;
  }

  private static void print(EventData event) {
    Map<String, Object> attributes = new TreeMap<>();
    event.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), typed(value)));
    System.out.println(event.getName() + ' ' + attributes);
  }

  private static Object typed(Object value) {
    return value instanceof Long number ? number + "L" : value;
  }
}
