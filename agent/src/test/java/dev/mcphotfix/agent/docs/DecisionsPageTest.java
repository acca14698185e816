package dev.mcphotfix.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.log.TextFormat;
import dev.mcphotfix.agent.log.output.Instance;
import dev.mcphotfix.agent.log.output.JsonFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page says about the log is what the agent writes. */
class DecisionsPageTest {

  private static final Decision EXAMPLE =
      new Decision(
          Action.ADDED,
          Reason.ADDED,
          null,
          Severity.INFO,
          "example-server",
          "https://idp.example.com/token",
          "refresh_token",
          "jdk",
          "0001");

  @Test
  void explainsEveryReasonWithItsSeverityInTheOrderOfTheTables() {
    List<List<String>> reasons =
        Arrays.stream(Reason.values())
            .map(reason -> List.of(reason.code(), reason.severity().name()))
            .toList();

    List<List<String>> rows = page().rows("code").stream().map(row -> row.subList(0, 2)).toList();

    assertThat(rows).containsExactlyElementsOf(reasons);
  }

  @Test
  void saysForEveryReasonWhatItMeansAndWhatToDo() {
    assertThat(page().rows("code")).allMatch(row -> row.size() == 4 && !row.get(2).isEmpty());
    assertThat(page().rows("code"))
        .filteredOn(row -> row.get(1).equals("WARN"))
        .noneMatch(row -> row.get(3).isEmpty() || row.get(3).equals("nothing"));
  }

  @Test
  void explainsEveryAction() {
    List<String> rows = page().rows("action").stream().map(row -> row.get(0)).toList();

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Action.values()).map(Action::text).toList());
  }

  @Test
  void explainsEveryOtherEntry() {
    List<String> rows = page().rows("entry").stream().map(row -> row.get(0)).toList();

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Notice.values()).map(Notice::text).toList());
  }

  @Test
  void showsALineOfTextAsItIsWritten() {
    Map<String, String> facts = EXAMPLE.entry().facts();

    String line = new TextFormat().line("INFO", EXAMPLE.entry().event().text(), facts);

    assertThat(page().lines()).contains(line);
  }

  @Test
  void showsALineOfJsonAsItIsWritten() {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00.123Z"));
    Map<String, String> facts = EXAMPLE.entry().facts();

    String line =
        new JsonFormat(clock, new Instance("app-1", "4711", "5f0c3a9b21e7"))
            .line("INFO", EXAMPLE.entry().event().text(), facts);

    assertThat(page().lines()).contains(line);
  }

  private static Document page() {
    return Document.read("docs/decisions.md");
  }
}
