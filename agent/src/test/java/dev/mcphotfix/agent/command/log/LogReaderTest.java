package dev.mcphotfix.agent.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.report.summary.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogReaderTest {

  private static final String GOOD =
      "{\"time\":\"2026-01-31T12:00:00.123Z\",\"level\":\"INFO\",\"event\":\"x\"}";

  private final Summary summary = new Summary();
  private final LogReader reader = new LogReader(summary::add);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp-hotfix INFO  added client_id",
        "[]",
        "{}",
        "{\"time\":\"2026-01-31T12:00:00.123Z\"",
        "{\"time\":1,\"level\":\"INFO\",\"event\":\"x\"}",
        "{\"time\":\"today\",\"level\":\"INFO\",\"event\":\"x\"}",
        "{\"time\":\"1970-01-01T00:00:00Z\",\"level\":\"INFO\",\"event\":\"x\"}",
        GOOD + GOOD,
        "\u0000",
      })
  void namesABadLineAndGoesOn(String bad) {
    Logs.read(reader, "a.json", GOOD + "\n" + bad + "\n" + GOOD);

    assertThat(reader.badLines()).isOne();
    assertThat(reader.badLinesNamed())
        .startsWith("1 line passed over, not of a JSON log: a.json:2");
    assertThat(summary.entries()).isEqualTo(2);
  }

  @Test
  void passesOverALineThatHasNoEnd() {
    Logs.read(reader, "a.json", GOOD + "\n{\"x\":\"" + "y".repeat(1_000_000) + "\"}\n" + GOOD);

    assertThat(reader.badLines()).isOne();
    assertThat(summary.entries()).isEqualTo(2);
  }

  @Test
  void survivesJsonThatIsNestedDeeply() {
    Logs.read(reader, "a.json", "{\"x\":" + "[".repeat(50_000) + "\n" + GOOD);

    assertThat(reader.badLines()).isOne();
    assertThat(summary.entries()).isOne();
  }

  @Test
  void readsLinesAsWindowsEndsThem() {
    Logs.read(reader, "a.json", GOOD + "\r\n\r\n" + GOOD + "\r\n");

    assertThat(reader.badLines()).isZero();
    assertThat(summary.entries()).isEqualTo(2);
  }

  @Test
  void namesNoMoreThanTheFirstTen() {
    Logs.read(reader, "a.json", "bad\n".repeat(100));

    assertThat(reader.badLines()).isEqualTo(100);
    assertThat(reader.badLinesNamed())
        .startsWith("100 lines passed over, not of a JSON log: a.json:1, a.json:2, ")
        .endsWith(", a.json:9, a.json:10, ...");
  }

  @Test
  void namesALogOfTextOfWhichNothingCounts() {
    Logs.read(reader, "a.json", GOOD + "\n");
    Logs.read(reader, "b.log", "mcp-hotfix INFO  self-check ok\n");

    assertThat(reader.badLinesNamed())
        .isEqualTo(
            "1 line passed over, not of a JSON log: b.log:1; b.log has lines of an agent's text"
                + " log, which count nowhere");
  }

  @Test
  void takesTheLogForTheJvmWhereItNamesNone() {
    Logs.read(reader, "a.json", GOOD);

    summary.end();
    assertThat(summary.jvms().shown()).containsOnlyKeys("a.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[pod/client-7d9f/client] %s",
        "[pod/client-7d9f/client] 2026-01-31T12:00:00.123456789Z %s",
        "2026-01-31T12:00:00.123456789Z %s",
        "2026-01-31T12:00:00.123456789Z stdout F %s",
        "2026-01-31T12:00:00.123456789+01:00 stderr F %s",
        "client-1  | %s",
        "client_1 | 2026-01-31T12:00:00.123456789Z %s",
        "{\"log\":\"%q\\n\",\"stream\":\"stderr\",\"time\":\"2026-01-31T12:00:00.1Z\"}",
      })
  void readsWhatAContainersRuntimeWritesAroundALine(String around) {
    String quoted = GOOD.replace("\"", "\\\"");

    Logs.read(reader, "a.json", around.replace("%s", GOOD).replace("%q", quoted) + "\n" + GOOD);

    assertThat(reader.badLines()).isZero();
    assertThat(summary.entries()).isEqualTo(2);
  }

  @Test
  void putsTogetherWhatCriHasWrittenInParts() {
    String time = "2026-01-31T12:00:00.123456789Z ";

    Logs.read(
        reader,
        "a.json",
        time
            + "stderr P "
            + GOOD.substring(0, 10)
            + "\n"
            + time
            + "stdout F "
            + GOOD
            + "\n"
            + time
            + "stderr P "
            + GOOD.substring(10, 20)
            + "\n"
            + time
            + "stderr F "
            + GOOD.substring(20)
            + "\n");

    assertThat(reader.badLines()).isZero();
    assertThat(summary.entries()).isEqualTo(2);
  }

  @Test
  void putsTogetherWhatDockerHasWrittenInParts() {
    String quoted = GOOD.replace("\"", "\\\"");

    Logs.read(
        reader,
        "a.json",
        "{\"log\":\""
            + quoted.substring(0, 30)
            + "\",\"stream\":\"stderr\"}\n"
            + "{\"log\":\""
            + quoted.substring(30)
            + "\\n\",\"stream\":\"stderr\"}\n");

    assertThat(reader.badLines()).isZero();
    assertThat(summary.entries()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-1  | started",
        "[pod/client-7d9f/client] started",
        "[main] %s",
        "INFO %s",
        "2026-01-31T12:00:00.123456789Z stderr F started",
        "2026-01-31T12:00:00.123456789Z stderr P %s",
        "{\"log\":\"started\\n\",\"stream\":\"stderr\"}",
        "{\"log\":\"started\"}",
      })
  void passesOverWhatIsNoneOfTheseForms(String line) {
    Logs.read(reader, "a.json", GOOD + "\n" + line.replace("%s", GOOD) + "\n");

    assertThat(reader.badLinesNamed()).isEqualTo("1 line passed over, not of a JSON log: a.json:2");
    assertThat(summary.entries()).isOne();
  }
}
