package dev.mcphotfix.agent.command.log;

import dev.mcphotfix.agent.command.report.summary.Summary;
import dev.mcphotfix.agent.log.output.Instance;
import dev.mcphotfix.agent.log.output.JsonFormat;
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
public final class Logs {

  public static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  private final Instance instance;
  private final List<String> lines = new ArrayList<>();
  private Instant next = START;

  public Logs(String host) {
    this(host, "of-" + host);
  }

  public Logs(String host, String start) {
    instance = new Instance(host, "1", start);
  }

  /** The next entry, and a minute after it the others. */
  public Logs at(Instant time) {
    next = time;
    return this;
  }

  public Logs after(Duration duration) {
    return at(next.plus(duration));
  }

  public Logs added(String request) {
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

  public Logs answered(String request, int status) {
    String level = status < 300 ? "INFO" : "WARN";
    return entry(level, "token response", "status=" + status, "request=" + request);
  }

  public Logs entry(String level, String event, String... facts) {
    Instant time = next;
    next = time.plus(Duration.ofMinutes(1));
    Map<String, String> map = new LinkedHashMap<>();
    for (String fact : facts) {
      map.put(fact.substring(0, fact.indexOf('=')), fact.substring(fact.indexOf('=') + 1));
    }
    return line(new JsonFormat(() -> time, instance).line(level, event, map));
  }

  public Logs line(String line) {
    lines.add(line);
    return this;
  }

  public Logs started() {
    return entry("INFO", "self-check ok");
  }

  /** As a version wrote it that did not tell its starts apart. */
  public Logs older() {
    lines.replaceAll(line -> line.replaceFirst(",\"instance\":\"[^\"]*\"", ""));
    return this;
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  public String text() {
    return String.join("\n", lines) + "\n";
  }

  public static Summary summary(Logs... logs) {
    Summary summary = new Summary();
    LogReader reader = new LogReader(summary::add);
    for (Logs log : logs) {
      read(reader, "a.json", log.text());
    }
    summary.end();
    return summary;
  }

  public static void read(LogReader reader, String name, String text) {
    try {
      reader.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
