package dev.mcphotfix.agent.log.span;

import dev.mcphotfix.agent.log.AgentLog;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;

/** The tracing of a host: OpenTelemetry's SDK, which keeps what its spans were told. */
public final class HostTracing implements AutoCloseable {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider;

  public HostTracing() {
    this(Sampler.alwaysOn());
  }

  HostTracing(Sampler sampler) {
    provider =
        SdkTracerProvider.builder()
            .setSampler(sampler)
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();
    Span.current(); // From here on the API is in use.
  }

  /** What the agent has for it, when it has found it. */
  public static OpenTelemetrySpans spans(AgentLog log) {
    OpenTelemetrySpans spans = new OpenTelemetrySpans(log, ByteBuddyAgent.install());
    spans.begin();
    awaitSearch();
    return spans;
  }

  static void awaitSearch() {
    try {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("mcp-hotfix-spans")) {
          thread.join();
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Span start() {
    return provider.get("host").spanBuilder("reconnect").startSpan();
  }

  /** Does that within a span that is current, and answers what the span was told. */
  public List<EventData> within(Runnable work) {
    Span span = start();
    Context.current().with(span).wrap(work).run();
    span.end();
    return told();
  }

  /** What the spans were told that have ended since it was asked last. */
  List<EventData> told() {
    List<EventData> told =
        exporter.getFinishedSpanItems().stream()
            .flatMap(span -> span.getEvents().stream())
            .toList();
    exporter.reset();
    return told;
  }

  @Override
  public void close() {
    provider.close();
  }
}
