package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.LogTarget;
import dev.mcphotfix.agent.hook.CallObserver;
import dev.mcphotfix.agent.launch.Installation;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.HostSpans;
import dev.mcphotfix.agent.log.LineFormat;
import dev.mcphotfix.agent.log.LineOutput;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.QueuedOutput;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.log.Slf4jLog;
import dev.mcphotfix.agent.log.host.HostOutput;
import dev.mcphotfix.agent.log.output.FileOutput;
import dev.mcphotfix.agent.log.output.Instance;
import dev.mcphotfix.agent.log.output.JsonFormat;
import dev.mcphotfix.agent.log.output.LineLogger;
import dev.mcphotfix.agent.log.output.StreamOutput;
import dev.mcphotfix.agent.log.span.OpenTelemetrySpans;
import dev.mcphotfix.agent.log.telemetry.FlightLog;
import dev.mcphotfix.agent.log.telemetry.ManagementLog;
import java.io.File;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** The log that the configuration asks for, and the agent in the JVM's own tools. */
final class Logs {

  private final AgentLog log;
  private final QueuedOutput output;
  private final @Nullable FlightLog flight;
  private final @Nullable OpenTelemetrySpans spans;
  private final @Nullable ManagementLog management;

  /**
   * @param memory keeps what is logged, for those who ask later
   */
  Logs(HotfixConfiguration configuration, Installation installation, LogMemory memory) {
    LineOutput stderr = new StreamOutput(installation.stderr());
    LineFormat format = format(configuration.log().value());
    output = new QueuedOutput(format, memory, place(configuration, installation, stderr), stderr);
    Level level = Level.valueOf(configuration.logLevel().value().name());
    AgentLog remembered = memory.over(new Slf4jLog(new LineLogger(format, output, level)));
    flight = configuration.jfr().value() ? flight(remembered) : null;
    AgentLog recorded = flight == null ? remembered : flight;
    management =
        configuration.mxbean().value()
            ? new ManagementLog(recorded, configuration.mode().value().text(), memory)
            : null;
    log = management == null ? recorded : management;
    spans =
        configuration.trace().value()
            ? new OpenTelemetrySpans(log, installation.instrumentation())
            : null;
    if (spans != null) {
      spans.begin();
    }
  }

  private static LineFormat format(LogTarget target) {
    return target.kind() == LogTarget.Kind.JSON
        ? new JsonFormat(InstantSource.system(), Instance.current())
        : HostOutput.FORMAT;
  }

  private static LineOutput place(
      HotfixConfiguration configuration, Installation installation, LineOutput stderr) {
    LogTarget target = configuration.log().value();
    if (target.kind() == LogTarget.Kind.HOST) {
      boolean tells = configuration.logLevel().value() == Severity.DEBUG;
      return new HostOutput(installation.instrumentation(), stderr, tells);
    }
    return target.path().isEmpty() ? stderr : new FileOutput(new File(target.path()), stderr);
  }

  /** A runtime that was made without it is no reason not to heal. */
  private static @Nullable FlightLog flight(AgentLog log) {
    try {
      return new FlightLog(log);
    } catch (RuntimeException | LinkageError missing) {
      log.write(
          Entry.of(Severity.WARN, Notice.NO_FLIGHT_RECORDER)
              .with("why", "the runtime has no flight recorder, module jdk.jfr: " + missing));
      return null;
    }
  }

  AgentLog log() {
    return log;
  }

  /** Those of the host, where a trace is on that they are to be told. */
  HostSpans spans() {
    return spans == null ? HostSpans.NONE : spans;
  }

  /** Is told when calls of woven code begin and end; null where nobody asks. */
  @Nullable CallObserver observer() {
    return flight;
  }

  /** Waits, for half a second at most, until what was logged is written. */
  void flush() {
    output.flush();
  }

  /** Takes all of it out of the JVM, and lets go of the place where lines are written. */
  void close() {
    if (management != null) {
      management.close();
    }
    if (spans != null) {
      spans.close();
    }
    if (flight != null) {
      flight.close();
    }
    output.close();
  }
}
