package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.OtherVersion;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.terminal.Columns;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** The status of an agent for a person. */
record StatusPage(ShownTime time, Ansi ansi, List<String> lines) {

  /**
   * Its lines, as long as what they say.
   *
   * @param started when the JVM began; null where that is not known
   * @param verbose whether with what is as usual, too
   * @param clock with the time zone of the person
   */
  static List<String> lines(
      RunningJvm jvm,
      @Nullable Instant started,
      AgentStatus status,
      boolean verbose,
      Clock clock,
      Ansi ansi) {
    StatusPage page = new StatusPage(new ShownTime(clock), ansi, new ArrayList<>());
    page.addHead(jvm, started, status);
    page.addHeadline(new StatusHeadline(status, page.time::ago));
    page.addSection("Passed over in the configuration", status.passedOver());
    page.addSection("Warnings", page.warnings(status));
    page.addSection("Token responses", page.responses(status));
    page.addSection("Hooks", HookTable.lines(status, verbose));
    if (verbose) {
      page.addSection("Configuration", configuration(status));
    }
    return page.lines;
  }

  private void addHead(RunningJvm jvm, @Nullable Instant started, AgentStatus status) {
    lines.add(
        "%s %s, Java %s".formatted(jvm.pid(), jvm.program(), jvm.javaVersion())
            + (started == null ? "" : ", runs for " + time.since(started)));
    Instant since = status.since();
    lines.add(
        ("agent " + word(status.version()))
            + ansi.string(", @|bold " + word(status.mode()) + "|@")
            + given(status.given())
            + (since == null ? "" : " " + time.of(since) + ", " + time.since(since) + " ago"));
    lines.addAll(OtherVersion.lines(status));
    if (status.linesLost() > 0) {
      lines.add(
          "Missing in its log, which was not written fast enough: "
              + status.linesLost()
              + " lines.");
    }
  }

  private void addHeadline(StatusHeadline headline) {
    String style = headline.isGood() ? "@|bold,green " : "@|bold,yellow ";
    lines.add("");
    lines.add(ansi.string(style + headline.verdict() + "|@: ") + headline.answers());
    if (!headline.done().isEmpty()) {
      lines.add(headline.done());
    }
    if (!headline.nextStep().isEmpty()) {
      lines.add("-> " + headline.nextStep());
    }
  }

  private static String given(@Nullable String given) {
    return "attach".equals(given) ? "; attached" : "; given at the start,";
  }

  private void addSection(String title, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(ansi.string("@|bold " + title + "|@"));
      content.forEach(line -> lines.add("  " + line));
    }
  }

  /** Equal ones once, with how often they are among the last. */
  private List<String> warnings(AgentStatus status) {
    Map<String, List<String>> times = new LinkedHashMap<>();
    for (String warning : status.warnings()) {
      String text = warning.substring(warning.indexOf(' ') + 1).replaceAll(" request=\\w+", "");
      times.computeIfAbsent(text, first -> new ArrayList<>()).add(warning.split(" ", 2)[0]);
    }
    List<String> found = new ArrayList<>();
    times.forEach(
        (text, all) ->
            found.add(
                time.of(all.get(all.size() - 1))
                    + (all.size() == 1 ? "" : " (" + all.size() + " times)")
                    + "  "
                    + text));
    return found;
  }

  private List<String> responses(AgentStatus status) {
    Columns columns = new Columns(Set.of(), "TIME", "STATUS", "SERVER", "ENDPOINT");
    for (AgentStatus.Response response : status.responses()) {
      columns.add(
          time.of(word(response.time())),
          word(response.status())
              + (response.error() == null ? "" : " " + response.error())
              + (response.early() ? ", too early" : ""),
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
}
