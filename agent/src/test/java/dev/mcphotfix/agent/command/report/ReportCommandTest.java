package dev.mcphotfix.agent.command.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportCommandTest {

  private static final String HEALED =
      """
      {"time":"2026-01-31T12:00:00.123Z","level":"INFO","event":"added client_id",\
      "server":"example-server","reason":"added","hook":"jdk","request":"0001","host":"a","pid":"1"}
      {"time":"2026-01-31T12:00:01.123Z","level":"INFO","event":"token response",\
      "status":"200","request":"0001","host":"a","pid":"1"}
      """;

  @TempDir private Path folder;
  private Path log;
  private Path page;

  @BeforeEach
  void writeALog() throws IOException {
    log = Files.writeString(folder.resolve("a.json"), HEALED);
    page = folder.resolve("report.html");
  }

  @Test
  void writesAPageAndSaysWhere() throws IOException {
    CommandRun run = run(log);

    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("All is well: 1 refresh healed", page.toString());
    assertThat(run.errors()).isEmpty();
    assertThat(page).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.json", "report.html");
  }

  @Test
  void asksForALookByItsExitCode() throws IOException {
    Path bad = Files.writeString(folder.resolve("b.json"), HEALED.replace("\"200\"", "\"400\""));

    CommandRun run = run(bad);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("1 JVM needs attention: 1 refused.")
        .contains("  1x refused: 400, a 1, 2026-01-31 12:00:00 UTC\n     Next step: Run doctor");
  }

  @Test
  void saysWhatToDoWhereTheSelfCheckFailed() throws IOException {
    Files.writeString(
        log,
        HEALED
            + "{\"time\":\"2026-01-31T13:00:00.000Z\",\"level\":\"WARN\",\"event\":"
            + "\"self-check failed\",\"why\":\"x\",\"host\":\"b\",\"pid\":\"1\"}\n");

    CommandRun run = run(log);

    assertThat(run.output())
        .startsWith("1 of 2 JVMs needs attention: 1 without hooks, since the self-check failed.\n")
        .contains("  1x no hooks: the self-check failed\n     Next step: The client runs as");
    assertThat(page).content().contains("<h3>no hooks: the self-check failed</h3>");
  }

  /** As a collector writes it: every JVM adds the id, and then every server answers. */
  @Test
  void asksForALookWhereTheLast500Of2000JvmsAreRefusedEachTime() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int hour = 10; hour < 14; hour++) {
      for (int jvm = 0; jvm < 2000; jvm++) {
        lines.append(line(hour, 10, jvm, "\"added client_id\",\"reason\":\"added\""));
      }
      for (int jvm = 0; jvm < 2000; jvm++) {
        String answer = "\"token response\",\"status\":\"" + (jvm < 1500 ? 200 : 400) + '"';
        lines.append(line(hour, 11, jvm, answer));
      }
    }
    Files.writeString(log, lines);

    CommandRun run = CommandRun.of("report", log.toString(), "--json", "-o", page.toString());

    JsonNode summary = new JsonMapper().readTree(run.output());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(summary.at("/requests/healed").asInt()).isEqualTo(6000);
    assertThat(summary.at("/requests/refused").asInt()).isEqualTo(2000);
    assertThat(summary.at("/requests/unanswered").asInt()).isZero();
    assertThat(summary.at("/jvmsNeedingAttention").asInt()).isEqualTo(500);
    assertThat(summary.at("/instances").size()).isEqualTo(1001);
    assertThat(page)
        .content()
        .contains("<h1>500 of 2,000 JVMs need attention</h1>", ">2,000 refused<");
  }

  private static String line(int hour, int minute, int jvm, String event) {
    return "{\"time\":\"2026-01-31T%d:%d:%02d.%03dZ\",\"level\":\"INFO\",\"event\":%s,"
            .formatted(hour, minute, jvm / 1000, jvm % 1000, event)
        + "\"request\":\"%04x\",\"host\":\"h%04d\",\"pid\":\"1\",\"instance\":\"%x\"}\n"
            .formatted(hour - 9, jvm, 7_000 + jvm);
  }

  @Test
  void asksForALookByItsExitCodeWhereNoAnswerIsSeen() throws IOException {
    Files.writeString(
        log,
        HEALED
            .replace("\"request\":\"0001\",\"host\"", "\"host\"")
            .replace("\"hook\":\"jdk\",", "\"request\":\"0001\",")
            .replace("12:00:01", "12:05:00"));

    CommandRun run = CommandRun.of("report", log.toString(), "--json");

    JsonNode summary = new JsonMapper().readTree(run.output());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(summary.at("/requests/unanswered").asInt()).isOne();
    assertThat(summary.at("/instances/a 1/verdict").asString()).isEqualTo("unanswered");
  }

  @Test
  void readsSeveralLogsPackedOrNot() throws IOException {
    Path packed = folder.resolve("b.json.gz");
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
      stream.write(HEALED.replace("\"host\":\"a\"", "\"host\":\"b\"").getBytes(US_ASCII));
    }

    CommandRun run = run(log, packed);

    assertThat(run.output()).contains("All is well: 2 refreshes healed");
  }

  @Test
  void namesBadLinesAndGoesOn() throws IOException {
    Files.writeString(log, "nonsense\n" + HEALED);

    CommandRun run = run(log);

    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).contains("1 line passed over", log + ":1");
    assertThat(page).exists();
  }

  @Test
  void saysHowToGetALogWhereThereIsNone() throws IOException {
    Files.writeString(log, "mcp-hotfix INFO  self-check ok\n");

    CommandRun run = run(log);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(log + " is a text log; let the agent write a JSON log with log=json:PATH\n");
    assertThat(page).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void readsALogThatAShellOfWindowsWrote(Charset charset) throws IOException {
    String lines = HEALED.replace("example-server", "sérver \uD83D\uDE00").replace("\n", "\r\n");
    Files.write(log, ('\uFEFF' + lines).getBytes(charset));

    CommandRun run = run(log);

    assertThat(run.errors()).isEmpty();
    assertThat(run.output()).contains("All is well: 1 refresh healed");
  }

  @Test
  void doesNotCallHealedWhatHasASuccessInNoAnswer() throws IOException {
    Files.writeString(
        log,
        HEALED.replace(
            "\"200\"", "\"200\",\"advice\":\"the answer could not be read; nothing is learned\""));

    CommandRun run = CommandRun.of("report", log.toString(), "--json", "-o", page.toString());

    JsonNode summary = new JsonMapper().readTree(run.output());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(summary.at("/requests/unproven").asInt()).isOne();
    assertThat(summary.at("/requests/healed").asInt()).isZero();
    assertThat(summary.at("/instances/a 1/verdict").asString()).isEqualTo("unconfirmed");
    assertThat(page)
        .content()
        .contains("<h1>1 JVM needs attention</h1>", ">1 unconfirmed<")
        .contains("The answer could not be read");
    assertThat(summary.at("/problems/0/problem").asString()).isEqualTo("unconfirmed: 200");
    assertThat(summary.at("/problems/0/nextStep").asString()).startsWith("The answer could not");
  }

  @Test
  void saysInWordsWhyThePageCannotBeWritten() {
    Path nowhere = folder.resolve("no").resolve("report.html");

    CommandRun run = CommandRun.of("report", log.toString(), "-o", nowhere.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(
            nowhere
                + " cannot be written: it, or its folder, is not there; name another file with"
                + " -o\n");
  }

  @Test
  void refusesALogThatIsNotThere() {
    CommandRun run = run(log, folder.resolve("no.json"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no.json cannot be read: it is not there");
    assertThat(page).doesNotExist();
  }

  @Test
  void overwritesAnOlderReport() throws IOException {
    run(log);
    String older = Files.readString(page);
    Files.writeString(log, HEALED.replace("\"host\":\"a\"", "\"host\":\"b\""));

    CommandRun run = run(log);

    assertThat(run.exitCode()).isZero();
    assertThat(page).content().isNotEqualTo(older);
  }

  @Test
  void leavesAFileAloneThatIsNoReport() throws IOException {
    Files.writeString(page, "precious");

    CommandRun run = run(log);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("is no report", "--force");
    assertThat(page).hasContent("precious");
  }

  @Test
  void overwritesItWhereItIsForced() throws IOException {
    Files.writeString(page, "precious");

    CommandRun run = CommandRun.of("report", log.toString(), "-o", page.toString(), "--force");

    assertThat(run.exitCode()).isZero();
    assertThat(page).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void neverOverwritesALog() throws IOException {
    CommandRun run = CommandRun.of("report", log.toString(), "-o", log.toString(), "--force");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("is one of the logs");
    assertThat(log).content().isEqualTo(HEALED);
  }

  @Test
  void writesNothingButThePageToStandardOutput() {
    CommandRun run = CommandRun.of("report", log.toString(), "-o", "-");

    assertThat(run.output()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(folder.toFile().list()).containsExactly("a.json");
  }

  @Test
  void summarizesForScriptsWithoutAPage() {
    CommandRun run = CommandRun.of("report", log.toString(), "--json");

    JsonNode summary = new JsonMapper().readTree(run.output());
    assertThat(summary.at("/needsAttention").asBoolean(true)).isFalse();
    assertThat(summary.at("/requests/healed").asInt()).isOne();
    assertThat(summary.at("/instances/a 1/verdict").asString()).isEqualTo("healed");
    assertThat(folder.toFile().list()).containsExactly("a.json");
  }

  private CommandRun run(Path... logs) {
    String[] arguments = new String[logs.length + 3];
    arguments[0] = "report";
    for (int i = 0; i < logs.length; i++) {
      arguments[i + 1] = logs[i].toString();
    }
    arguments[logs.length + 1] = "-o";
    arguments[logs.length + 2] = page.toString();
    return CommandRun.of(arguments);
  }
}
