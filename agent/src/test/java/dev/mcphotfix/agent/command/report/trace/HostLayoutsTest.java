package dev.mcphotfix.agent.command.report.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trace with {@code log=host}, in the layout that the client's logging has. */
final class HostLayoutsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:00:00.123 [mcp-hotfix-log] INFO  mcp-hotfix -- ",
        "2026-01-31T12:00:00.123Z  WARN 1 --- [client] [mcp-hotfix-log] mcp-hotfix    : ",
        "2026-01-31 12:00:00,123 INFO  [mcp-hotfix] (mcp-hotfix-log) ",
        "INFORMATION: ",
        "app-1  | 2026-01-31T12:00:00Z ",
        ""
      })
  void readsTheSameBehindWhatALayoutPutsBeforeIt(String prefix) {
    assertThat(timelines(log(prefix, ""))).isEqualTo(timelines(TracedLogs.TEXT));
  }

  /** It may be anything that has the same words in it. */
  @Test
  void leavesAloneWhatGoesOnBehindTheFacts() {
    assertThat(TracedLogs.conversations(log("INFO ", " was what the client wrote"))).isEmpty();
    assertThat(TracedLogs.conversations("a-trace conversation=1 step=x\n")).isEmpty();
  }

  /** As the host's logging gets the lines, without name and level. */
  private static String log(String prefix, String end) {
    return TracedLogs.TEXT
        .lines()
        .map(line -> prefix + line.substring("mcp-hotfix INFO  ".length()) + end)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> timelines(String log) {
    List<TracedConversation> conversations = TracedLogs.conversations(log);
    assertThat(conversations).hasSize(2);
    return conversations.stream()
        .flatMap(conversation -> TimelineLines.of(conversation, Integer.MAX_VALUE).stream())
        .toList();
  }
}
