package dev.mcphotfix.agent.log.span;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.HostSpans;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the spans of a host that has OpenTelemetry in use; it is never set up for that.
 * The events hold what the log holds. What fails here is told once, and ends it.
 */
public final class OpenTelemetrySpans implements HostSpans {

  private final AgentLog log;
  private final ApiCopies copies;
  private final RequestSpans requests = new RequestSpans();
  private final AtomicBoolean told = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param log says whose the spans are, or what fails
   */
  public OpenTelemetrySpans(AgentLog log, Instrumentation instrumentation) {
    this.log = log;
    this.copies = new ApiCopies(new ApiSearch(instrumentation), this::fail, System::nanoTime);
  }

  /** Looks for what the host has in use by now. */
  public void begin() {
    copies.look();
  }

  /** What is told from now on is no event. */
  public void close() {
    closed.set(true);
  }

  @Override
  public @Nullable Object here() {
    try {
      HostSpan current = closed.get() ? null : copies.current();
      return current == null ? null : new HeldSpan(current);
    } catch (RuntimeException | LinkageError failure) {
      fail(failure);
      return null;
    }
  }

  @Override
  public void write(Entry entry, @Nullable Object sentIn) {
    try {
      if (!closed.get()) {
        add(SpanEvent.name(entry), entry.facts(), sentIn);
      }
    } catch (RuntimeException | LinkageError failure) {
      fail(failure);
    }
  }

  private void add(String event, Map<String, String> facts, @Nullable Object sentIn) {
    String request = facts.get("request");
    HostSpan span = copies.current();
    if (span == null) {
      copies.look(); // It is too late for this one.
      HeldSpan held = sentIn instanceof HeldSpan of ? of : requests.of(request);
      span = held == null ? null : held.recording();
    }
    if (span != null) {
      requests.told(request, span);
      span.addEvent(event, SpanEvent.attributes(facts));
      tell(span);
    }
  }

  private void tell(HostSpan span) {
    if (told.compareAndSet(false, true)) {
      log.write(Entry.of(Severity.INFO, Notice.SPAN_EVENTS).with("span", span.origin()));
    }
  }

  private void fail(Throwable failure) {
    if (closed.compareAndSet(false, true)) {
      log.write(
          Entry.of(Severity.WARN, Notice.NO_SPAN_EVENTS)
              .with("why", HostCallException.reason(failure)));
    }
  }
}
