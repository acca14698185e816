package dev.mcphotfix.agent.report;

import dev.mcphotfix.agent.decision.Instance;
import dev.mcphotfix.agent.decision.JsonFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON log as the agent writes it, an entry each minute, and what a summary makes of it. */
final class Logs {

  static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  private final Instance instance;
  private final List<String> lines = new ArrayList<>();

  Logs(String host) {
    instance = new Instance(host, "1");
  }

  Logs added(String request) {
    return entry(
        "INFO",
        "added client_id",
        "server=example-server",
        "endpoint=https://idp.example.com/token",
        "grant=refresh_token",
        "reason=added",
        "hook=jdk",
        "request=" + request);
  }

  Logs answered(String request, int status) {
    String level = status < 300 ? "INFO" : "WARN";
    return entry(level, "token response", "status=" + status, "request=" + request);
  }

  Logs entry(String level, String event, String... facts) {
    Instant time = START.plus(Duration.ofMinutes(lines.size()));
    Map<String, String> map = new LinkedHashMap<>();
    for (String fact : facts) {
      map.put(fact.substring(0, fact.indexOf('=')), fact.substring(fact.indexOf('=') + 1));
    }
    return line(new JsonFormat(() -> time, instance).line(level, event, map));
  }

  Logs line(String line) {
    lines.add(line);
    return this;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  static Summary summary(Logs... logs) {
    Summary summary = new Summary();
    LogReader reader = new LogReader(summary);
    for (Logs log : logs) {
      read(reader, "a.json", log.text());
    }
    summary.end();
    return summary;
  }

  static void read(LogReader reader, String name, String text) {
    try {
      reader.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
