package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.command.CommandRun;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LineOutput;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.log.Slf4jLog;
import dev.mcphotfix.agent.log.TextFormat;
import dev.mcphotfix.agent.log.host.HostOutput;
import dev.mcphotfix.agent.log.output.Instance;
import dev.mcphotfix.agent.log.output.JsonFormat;
import dev.mcphotfix.agent.log.output.LineLogger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.slf4j.event.Level;

/**
 * Wherever the agent tells of a token request, each by the code that tells it in a host: one
 * exchange at once, or many of them together.
 */
final class Sinks implements AutoCloseable {

  /** How many there are. */
  static final int COUNT = 11;

  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  private final Path folder;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> text = new ArrayList<>();
  private final List<String> json = new ArrayList<>();
  private final List<String> all = new ArrayList<>();
  private final List<String> stderr = new ArrayList<>();
  private final Function<List<String>, CommandRun> commands = CommandRun.runner();
  private final HostLog host = new HostLog();
  private final Telemetry telemetry;
  private int exchanges;
  private int lines;

  Sinks(Path folder) {
    this.folder = folder;
    LineOutput errors = line -> stderr.add(line.text());
    HostOutput hosts = new HostOutput(ByteBuddyAgent.install(), errors, false);
    List<AgentLog> logs =
        List.of(
            entries::add,
            log(new LineLogger(new TextFormat(), line -> text.add(line.text()), Level.DEBUG)),
            log(new LineLogger(this::json, line -> json.add(line.text()), Level.DEBUG)),
            log(new LineLogger(HostOutput.FORMAT, line -> hosts.offer(line, true), Level.DEBUG)));
    LogMemory memory = new LogMemory();
    telemetry = new Telemetry(memory, memory.over(entry -> logs.forEach(log -> log.write(entry))));
    telemetry.log().write(Entry.of(Severity.INFO, Action.LEFT_ALONE).with("hook", "jdk"));
    telemetry.awaitManagement();
    told();
  }

  private static AgentLog log(LineLogger logger) {
    return new Slf4jLog(logger);
  }

  /** Each exchange is one of a JVM of its own, so that a report leaves none out. */
  private String json(String level, String event, Map<String, String> facts) {
    Instance instance = new Instance("host-" + exchanges, "1", "start-" + exchanges);
    return new JsonFormat(() -> START.plusSeconds(lines++), instance).line(level, event, facts);
  }

  AgentLog log() {
    exchanges++;
    return telemetry.log();
  }

  /** What was told since it was asked last, by the name of the sink. */
  Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("line of text", String.join("\n", text));
    told.put("line of JSON", String.join("\n", json));
    told.put("the host's log", String.join("\n", host.messages));
    told.put("stderr", String.join("\n", stderr));
    told.put("entries", entries.toString());
    told.put("facts", entries.stream().map(entry -> entry.facts().toString()).toList().toString());
    told.put("status", telemetry.status());
    told.put("MXBean", telemetry.management());
    all.addAll(json);
    List.of(text, json, host.messages, stderr, entries).forEach(List::clear);
    return told;
  }

  /** What a report says of all that was told since the last. */
  Map<String, String> reported() throws IOException {
    Path log = Files.write(folder.resolve("log.json"), all);
    Path page = folder.resolve("report.html");
    CommandRun run =
        commands.apply(List.of("report", log.toString(), "--json", "-o", page.toString()));
    all.clear();
    return Map.of("report --json", run.output() + run.errors(), "report", Files.readString(page));
  }

  /** What the flight recorder has of all of it. */
  Map<String, String> recorded() throws IOException {
    return Map.of("JFR", telemetry.recorded(folder.resolve("recording.jfr")));
  }

  @Override
  public void close() {
    telemetry.close();
    host.close();
  }
}
