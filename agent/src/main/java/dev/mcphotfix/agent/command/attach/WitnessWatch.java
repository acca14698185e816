package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the witness alone into a JVM, hands on what it sees, and takes it out again, also where this
 * JVM is ended meanwhile.
 */
final class WitnessWatch {

  /** In seconds, so that it is this that takes the agent out. */
  private static final int SPARE = 30;

  private final AgentLine line;
  private final Consumer<Map<String, String>> told;
  private final Set<Map<String, String>> seen = new LinkedHashSet<>();
  private final Thread atEnd = new Thread(this::takeOut, "mcp-hotfix-witness");
  private boolean in;

  WitnessWatch(AgentLine line, Consumer<Map<String, String>> told) {
    this.line = line;
    this.told = told;
  }

  /** For at most so long: the agent goes by itself where nobody is left to take it out. */
  AgentAnswer begin(int seconds) throws TargetException {
    AgentAnswer installed = line.send("mode=off,witness=" + (seconds + SPARE) + "s");
    if (installed.isDone()) {
      synchronized (this) {
        in = true;
      }
      Runtime.getRuntime().addShutdownHook(atEnd);
    }
    return installed;
  }

  /** Looks for so long, or until that JVM ends; answers the facts of all that was seen. */
  List<Map<String, String>> run(int seconds) throws TargetException {
    try {
      for (int i = 0; i < seconds; i++) {
        hear(line.look(i));
        TimeUnit.SECONDS.sleep(1);
      }
      hear(line.send("command=status"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      takeOut();
    }
    return new ArrayList<>(seen);
  }

  private void hear(@Nullable AgentAnswer answer) {
    AgentStatus status = answer == null ? null : answer.status();
    if (status == null) {
      return;
    }
    for (Map<String, String> request : status.witnessed()) {
      if (seen.add(request)) {
        told.accept(request);
      }
    }
  }

  private synchronized void takeOut() {
    if (in) {
      in = false;
      try {
        line.send("command=detach");
      } catch (TargetException gone) { // With the agent in it.
      }
    }
  }
}
