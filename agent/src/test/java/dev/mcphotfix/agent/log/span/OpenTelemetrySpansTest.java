package dev.mcphotfix.agent.log.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** With OpenTelemetry's own SDK. */
final class OpenTelemetrySpansTest {

  private static final Entry REQUEST =
      Entry.of(Severity.INFO, Notice.TRACE)
          .with("step", "token-request")
          .with("request", "0001")
          .with("ms", "7");
  private static final Entry RESPONSE =
      Entry.of(Severity.INFO, Notice.TRACE)
          .with("step", "token-response")
          .with("request", "0001")
          .with("status", "400");
  private static final Entry RECORD =
      Entry.of(Severity.INFO, Notice.TRACE).with("step", "record-saved");

  private final List<Entry> log = new ArrayList<>();
  private final HostTracing tracing = new HostTracing();
  private final OpenTelemetrySpans spans = HostTracing.spans(log::add);

  @AfterEach
  void close() {
    tracing.close();
  }

  @Test
  void makesAnEventOfTheCurrentSpan() {
    List<EventData> told = tracing.within(() -> spans.write(REQUEST, null));

    assertThat(told).singleElement().extracting(EventData::getName).isEqualTo("mcp.oauth.step");
    assertThat(told.get(0).getAttributes().asMap())
        .containsEntry(AttributeKey.stringKey("mcp.oauth.step"), "token-request")
        .containsEntry(AttributeKey.longKey("mcp.oauth.ms"), 7L)
        .hasSize(3);
  }

  @Test
  void saysOnceWhoseSpansTheyAre() {
    tracing.within(() -> spans.write(REQUEST, null));
    tracing.within(() -> spans.write(RESPONSE, null));

    assertThat(log)
        .containsExactly(
            Entry.of(Severity.INFO, Notice.SPAN_EVENTS)
                .with("span", "io.opentelemetry.sdk.trace.SdkSpan@app"));
  }

  @Test
  void makesAnEventOfTheSpanInWhichItWasSentWhereTheThreadHasNone() {
    Span span = tracing.start();
    Object sender = Context.current().with(span).wrapSupplier(spans::here).get();

    spans.write(REQUEST, sender);
    spans.write(RESPONSE, null);
    spans.write(RECORD, null);
    span.end();

    assertThat(steps(tracing.told())).containsExactly("token-request", "token-response");
  }

  @Test
  void prefersTheSpanOfTheThreadThatTellsIt() {
    Span sent = tracing.start();
    Object sender = Context.current().with(sent).wrapSupplier(spans::here).get();

    List<EventData> told = tracing.within(() -> spans.write(REQUEST, sender));
    sent.end();

    assertThat(told).hasSize(1);
    assertThat(tracing.told()).isEmpty();
  }

  @Test
  void leavesASpanAloneThatHasEnded() {
    Span span = tracing.start();
    Object sender = Context.current().with(span).wrapSupplier(spans::here).get();
    spans.write(REQUEST, sender);
    span.end();

    spans.write(RESPONSE, sender);

    assertThat(steps(tracing.told())).containsExactly("token-request");
  }

  @Test
  void leavesASpanAloneThatRecordsNothing() {
    try (HostTracing silent = new HostTracing(Sampler.alwaysOff())) {
      silent.within(() -> spans.write(REQUEST, spans.here()));
    }

    assertThat(log).isEmpty();
  }

  @Test
  void saysNothingWhereThereIsNoSpan() {
    spans.write(REQUEST, spans.here());

    assertThat(spans.here()).isNull();
    assertThat(log).isEmpty();
  }

  @Test
  void tellsTheSpanOfTheCopyThatHasOne() throws Exception {
    try (OtherCopy other = new OtherCopy()) {
      other.type(SpanApi.SPAN);
      OpenTelemetrySpans both = HostTracing.spans(log::add);

      other.within(() -> both.write(RECORD, null));

      assertThat(other.told).containsExactly("mcp.oauth.step {mcp.oauth.step=\"record-saved\"}");
    }
  }

  @Test
  void tellsNothingWhenItIsClosed() {
    spans.close();

    List<EventData> told = tracing.within(() -> spans.write(REQUEST, spans.here()));

    assertThat(told).isEmpty();
    assertThat(log).isEmpty();
  }

  @Test
  void saysOnceWhatFailsAndIsSilentFromThenOn() throws Exception {
    Instrumentation broken = Mockito.mock(Instrumentation.class);
    Mockito.when(broken.getAllLoadedClasses()).thenThrow(new IllegalStateException("of the host"));
    OpenTelemetrySpans failing = new OpenTelemetrySpans(log::add, broken);

    failing.begin();
    HostTracing.awaitSearch();
    List<EventData> told = tracing.within(() -> failing.write(REQUEST, failing.here()));

    assertThat(told).isEmpty();
    assertThat(log)
        .containsExactly(
            Entry.of(Severity.WARN, Notice.NO_SPAN_EVENTS)
                .with("why", "java.lang.IllegalStateException"));
  }

  @Test
  void saysOnceWhatAHostsSpanThrows() throws Exception {
    try (OtherCopy other = new OtherCopy()) {
      other.type(SpanApi.SPAN);
      other.failure = new IllegalStateException("of the host");
      OpenTelemetrySpans failing = HostTracing.spans(log::add);

      other.within(
          () -> {
            failing.write(REQUEST, null);
            failing.write(RESPONSE, null);
          });
    }

    assertThat(log)
        .containsExactly(
            Entry.of(Severity.WARN, Notice.NO_SPAN_EVENTS)
                .with("why", "java.lang.IllegalStateException"));
  }

  private static List<String> steps(List<EventData> events) {
    return events.stream()
        .map(event -> event.getAttributes().get(AttributeKey.stringKey("mcp.oauth.step")))
        .toList();
  }
}
