package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.LogTarget;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.LineFormat;
import dev.mcphotfix.agent.log.LineOutput;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.log.Slf4jLog;
import dev.mcphotfix.agent.log.TextFormat;
import dev.mcphotfix.agent.log.host.HostLog;
import dev.mcphotfix.agent.log.output.FileOutput;
import dev.mcphotfix.agent.log.output.Instance;
import dev.mcphotfix.agent.log.output.JsonFormat;
import dev.mcphotfix.agent.log.output.LineLogger;
import dev.mcphotfix.agent.log.output.StreamOutput;
import java.io.File;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** The log that the configuration asks for. */
final class Logs {

  private final AgentLog log;
  private final LineOutput output;
  private @Nullable HostLog host;

  /**
   * @param stderr the host's stream as it was at the start, before the host could replace it
   */
  Logs(
      HotfixConfiguration configuration,
      PrintStream stderr,
      @Nullable Instrumentation instrumentation) {
    LineOutput stream = new StreamOutput(stderr);
    Severity level = configuration.logLevel().value();
    LogTarget target = configuration.log().value();
    if (target instanceof LogTarget.TextFile file) {
      output = new FileOutput(new File(file.path()), stream);
      log = log(new TextFormat(), output, level);
    } else if (target instanceof LogTarget.JsonFile file) {
      output = new FileOutput(new File(file.path()), stream);
      log = log(new JsonFormat(InstantSource.system(), Instance.current()), output, level);
    } else if (target instanceof LogTarget.Host && instrumentation != null) {
      output = stream;
      host = new HostLog(level, stream, instrumentation);
      log = host;
    } else {
      output = stream;
      log = log(new TextFormat(), output, level);
    }
  }

  AgentLog log() {
    return log;
  }

  /** Closes the file, if it is one, and lets go of the host's log. */
  void close() {
    if (host != null) {
      host.close();
    }
    output.close();
  }

  private static AgentLog log(LineFormat format, LineOutput output, Severity level) {
    return new Slf4jLog(new LineLogger(format, output, Level.valueOf(level.name())));
  }
}
