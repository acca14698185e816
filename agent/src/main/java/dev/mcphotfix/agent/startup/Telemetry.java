package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.hook.CallObserver;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.log.telemetry.FlightLog;
import dev.mcphotfix.agent.log.telemetry.ManagementLog;
import org.jspecify.annotations.Nullable;

/** The agent in the JVM's own tools, as far as the configuration asks for it. */
final class Telemetry {

  private final AgentLog log;
  private final @Nullable FlightLog flight;
  private final @Nullable ManagementLog management;

  Telemetry(HotfixConfiguration configuration, AgentLog log, LogMemory memory) {
    flight = configuration.jfr().value() ? flight(log) : null;
    AgentLog recorded = flight == null ? log : flight;
    management =
        configuration.mxbean().value()
            ? new ManagementLog(recorded, configuration.mode().value().text(), memory)
            : null;
    this.log = management == null ? recorded : management;
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

  /** The log, from which events and figures are made. */
  AgentLog log() {
    return log;
  }

  /** Is told when calls of woven code begin and end; null where nobody asks. */
  @Nullable CallObserver observer() {
    return flight;
  }

  /** Takes all of it out of the JVM. */
  void close() {
    if (management != null) {
      management.close();
    }
    if (flight != null) {
      flight.close();
    }
  }
}
