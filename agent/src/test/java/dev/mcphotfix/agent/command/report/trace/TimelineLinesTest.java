package dev.mcphotfix.agent.command.report.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A timeline at the width of a terminal, or of none. */
final class TimelineLinesTest {

  private static final TracedConversation DEFECT = TracedLogs.conversations(TracedLogs.TEXT).get(0);

  @Test
  void breaksNoLineWhereThereIsNoTerminal() {
    List<String> lines = TimelineLines.of(DEFECT, Integer.MAX_VALUE);

    assertThat(lines).hasSize(6).anyMatch(line -> line.length() > 130);
  }

  @Test
  void keepsTheFactsOfAStepInTheirColumn() {
    assertThat(TimelineLines.of(DEFECT, 80))
        .startsWith(
            "3fa-1  example-server  no-client-id",
            "       0 ms  request-refused   method=POST url=https://mcp.example.com/mcp",
            "                               status=401 scheme=Bearer thread=main")
        .endsWith(
            "  => 401 from the server -> refresh without client_id -> 400 invalid_request:",
            "     the record was saved without its id (rule \"save\")",
            "")
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void putsThemBelowTheStepOnANarrowOne() {
    assertThat(TimelineLines.of(DEFECT, 50))
        .contains(
            "     252 ms  token-response",
            "             request=0001 status=400",
            "             error=invalid_request",
            "             client_id=absent took=43 thread=main")
        .allMatch(line -> line.length() <= 50);
  }

  @Test
  void putsThoseBelowTheStepThatHaveAWordTooLongForTheirColumn() {
    String url = "https://mcp.example.com/" + "a/".repeat(20) + "mcp";
    TracedConversation wide =
        TracedLogs.conversations(TracedLogs.TEXT.replace("https://mcp.example.com/mcp", url))
            .get(0);

    assertThat(TimelineLines.of(wide, 90))
        .contains(
            "       0 ms  request-refused", "             method=POST", "             url=" + url)
        .contains("     252 ms  token-response    request=0001 status=400 error=invalid_request")
        .allMatch(line -> line.length() <= 90);
  }

  @Test
  void showsWhatTheAgentDecidedAboutARequestOfTheConversation() {
    String decided =
        "mcp-hotfix INFO  added client_id  server=example-server reason=added request=";
    String added =
        TracedLogs.TEXT.replaceFirst("(request=0001 hook.*\n)", "$1" + decided + "0001\n");
    String other =
        TracedLogs.TEXT.replaceFirst("(request=0001 hook.*\n)", "$1" + decided + "0002\n");

    assertThat(lines(added)).contains("             added client_id   reason=added request=0001");
    assertThat(lines(other)).isEqualTo(lines(TracedLogs.TEXT));
  }

  @Test
  void tellsAFactWholeAndWhereItEnds() {
    String caller = "a.b.C.d(C.java:1),".repeat(30);
    String told = "from=" + caller + " rule=\"a.b.C#d patch=token-request\" ms=209";

    assertThat(lines(TracedLogs.TEXT.replace("ms=209", told)))
        .anyMatch(line -> line.contains("rule=\"a.b.C#d patch=token-request\" thread=main"))
        .anyMatch(line -> line.contains("from=" + caller + " rule="));
  }

  @Test
  void countsTheStepsOfAnEndlessOne() {
    String step = TracedLogs.TEXT.lines().toList().get(5) + '\n';

    assertThat(lines(step.repeat(1_003))).hasSize(1_003).contains("             and 3 more steps");
  }

  private static List<String> lines(String log) {
    return TimelineLines.of(TracedLogs.conversations(log).get(0), Integer.MAX_VALUE);
  }
}
