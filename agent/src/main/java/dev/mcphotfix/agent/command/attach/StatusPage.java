package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.terminal.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** The status of an agent for a person. */
record StatusPage(Clock clock, Ansi ansi, List<String> lines) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /**
   * Its lines, as long as what they say.
   *
   * @param started when the JVM began; null where that is not known
   * @param clock with the time zone of the person
   */
  static List<String> lines(
      RunningJvm jvm, @Nullable Instant started, AgentStatus status, Clock clock, Ansi ansi) {
    StatusPage page = new StatusPage(clock, ansi, new ArrayList<>());
    page.addHead(jvm, started, status);
    page.addSection("Hooks", HookTable.lines(status));
    page.addSection("Token responses", page.responses(status));
    page.addSection("Warnings", status.warnings());
    page.addSection("Configuration", configuration(status));
    return page.lines;
  }

  private void addHead(RunningJvm jvm, @Nullable Instant started, AgentStatus status) {
    lines.add(
        "%s %s, Java %s".formatted(jvm.pid(), jvm.program(), jvm.javaVersion())
            + (started == null ? "" : ", runs for " + span(started, clock.instant())));
    Instant since = status.since();
    lines.add(
        ("agent " + word(status.version()))
            + ansi.string(", @|bold " + word(status.mode()) + "|@")
            + (since == null ? "" : " since " + time(since) + ", " + span(since, clock.instant()))
            + given(status.given()));
    if (!status.awake()) {
      lines.add("It sleeps until a class is loaded that it weaves.");
    }
    if (status.linesLost() > 0) {
      lines.add(
          "Missing in its log, which was not written fast enough: "
              + status.linesLost()
              + " lines.");
    }
  }

  private static String given(@Nullable String given) {
    return given == null ? "" : given.equals("attach") ? ", attached" : ", given at the start";
  }

  private void addSection(String title, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(ansi.string("@|bold " + title + "|@"));
      content.forEach(line -> lines.add("  " + line));
    }
  }

  private List<String> responses(AgentStatus status) {
    Columns columns = new Columns(Set.of(), "TIME", "STATUS", "SERVER", "ENDPOINT");
    for (AgentStatus.Response response : status.responses()) {
      columns.add(
          time(response.time()),
          word(response.status()) + (response.error() == null ? "" : " " + response.error()),
          word(response.server()),
          word(response.endpoint()));
    }
    return columns.lines();
  }

  private static List<String> configuration(AgentStatus status) {
    Columns columns = new Columns(Set.of(), "KEY", "FROM", "VALUE");
    for (AgentStatus.Value value : status.configuration()) {
      columns.add(value.key(), value.origin(), value.value());
    }
    return columns.lines();
  }

  private static String word(@Nullable String text) {
    return text == null ? "-" : text;
  }

  private String time(@Nullable String text) {
    try {
      return time(Instant.parse(word(text)));
    } catch (DateTimeParseException strange) {
      return word(text);
    }
  }

  private String time(Instant time) {
    return TIME.format(time.atZone(clock.getZone()));
  }

  /** In the two largest units. */
  static String span(Instant from, Instant to) {
    Duration span = Duration.between(from, to);
    if (span.toMinutes() < 1) {
      return Math.max(0, span.toSeconds()) + " s";
    }
    if (span.toHours() < 1) {
      return span.toMinutes() + " min";
    }
    return span.toDays() < 1
        ? span.toHours() + " h " + span.toMinutesPart() + " min"
        : span.toDays() + " d " + span.toHoursPart() + " h";
  }
}
