package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.LogLevel;
import dev.mcphotfix.agent.config.LogTarget;
import dev.mcphotfix.agent.decision.AgentLog;
import dev.mcphotfix.agent.decision.FileOutput;
import dev.mcphotfix.agent.decision.Instance;
import dev.mcphotfix.agent.decision.JsonFormat;
import dev.mcphotfix.agent.decision.LineFormat;
import dev.mcphotfix.agent.decision.LineLogger;
import dev.mcphotfix.agent.decision.LineOutput;
import dev.mcphotfix.agent.decision.Slf4jLog;
import dev.mcphotfix.agent.decision.StreamOutput;
import dev.mcphotfix.agent.decision.TextFormat;
import java.io.File;
import java.io.PrintStream;
import java.time.InstantSource;
import org.slf4j.event.Level;

/** Makes the log that the configuration asks for. */
final class Logs {

  private Logs() {}

  /**
   * @param stderr the host's stream as it was at the start, before the host could replace it
   */
  static AgentLog of(HotfixConfiguration configuration, PrintStream stderr) {
    LineOutput stream = new StreamOutput(stderr);
    Level level = level(configuration.logLevel().value());
    LogTarget target = configuration.log().value();
    if (target instanceof LogTarget.TextFile file) {
      return log(new TextFormat(), new FileOutput(new File(file.path()), stream), level);
    }
    if (target instanceof LogTarget.JsonFile file) {
      LineOutput output = new FileOutput(new File(file.path()), stream);
      LineFormat format = new JsonFormat(InstantSource.system(), Instance.current());
      return log(format, output, level);
    }
    return log(new TextFormat(), stream, level);
  }

  private static AgentLog log(LineFormat format, LineOutput output, Level level) {
    return new Slf4jLog(new LineLogger(format, output, level));
  }

  private static Level level(LogLevel level) {
    return switch (level) {
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARN -> Level.WARN;
    };
  }
}
