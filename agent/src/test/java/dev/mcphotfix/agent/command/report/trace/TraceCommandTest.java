package dev.mcphotfix.agent.command.report.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of the conversations in a log. */
final class TraceCommandTest {

  private static final List<String> TIMELINES =
      List.of(
          "3fa-1  example-server  no-client-id",
          "       0 ms  request-refused   method=POST url=https://mcp.example.com/mcp status=401"
              + " scheme=Bearer thread=main",
          "     209 ms  token-request     request=0001 hook=jdk grant=refresh_token"
              + " parameters=grant_type,refresh_token authentication=none thread=main",
          "     252 ms  token-response    request=0001 status=400 error=invalid_request"
              + " client_id=absent took=43 thread=main",
          "  => 401 from the server -> refresh without client_id -> 400 invalid_request: the record"
              + " was saved without its id (rule \"save\")",
          "",
          "3fa-2  example-server",
          "       0 ms  record-saved      hook=save client_id=own thread=main",
          "");

  @TempDir private Path folder;

  @Test
  void showsEachConversationOfATextLogAndWhyItHasFailed() throws IOException {
    CommandRun run = trace(TracedLogs.TEXT);

    assertThat(run.output().lines()).containsExactlyElementsOf(TIMELINES);
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void showsThePageWhatItPrints() throws IOException {
    assertThat(Files.readString(Path.of("../docs/commands.md")))
        .contains(String.join("\n", TIMELINES).strip());
  }

  @Test
  void showsWhenAConversationOfAJsonLogBeganAndTellsJvmsApart() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String instance : List.of("a", "b")) {
      lines.add(
          TracedLogs.json(
              "trace", "\"step\":\"request-accepted\",\"ms\":\"5\",\"out\":\"5\"", instance));
    }

    CommandRun run = trace(String.join("", lines));

    assertThat(run.output().lines().filter(line -> !line.isEmpty()))
        .containsExactly(
            "t-1  example-server  2026-01-31T12:00:00.123Z",
            "       5 ms  request-accepted  out=5",
            "t-1  example-server  2026-01-31T12:00:00.123Z",
            "       5 ms  request-accepted  out=5");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void saysThatThereIsNoTrace() throws IOException {
    CommandRun run =
        trace("mcp-hotfix INFO  added client_id  server=a conversation=x\nsomething else\n");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no step of a trace was found").contains("trace=on");
  }

  @Test
  void letsNoForgedValueBreakItsLine() throws IOException {
    CommandRun run =
        trace(
            TracedLogs.json(
                "trace", "\"step\":\"x\\u001b[2J\\ny\",\"ms\":\"1\",\"url\":\"a\\u001bb\"", "a"));

    assertThat(run.output()).doesNotContain("\u001b").contains("x?[2J?y", "url=a?b");
  }

  @Test
  void printsADocumentForAScriptInTheWordsOfTheLog() throws IOException {
    CommandRun run = trace(TracedLogs.TEXT, "--json");

    JsonNode json = new JsonMapper().readTree(run.output());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(json.at("/exitCode").asInt()).isEqualTo(1);
    assertThat(json.at("/failed").asInt()).isEqualTo(1);
    assertThat(json.at("/conversations").size()).isEqualTo(2);
    JsonNode defect = json.at("/conversations/0");
    assertThat(defect.at("/conversation").asString()).isEqualTo("3fa-1");
    assertThat(defect.at("/server").asString()).isEqualTo("example-server");
    assertThat(defect.at("/failed").asBoolean()).isTrue();
    assertThat(defect.at("/steps/1/step").asString()).isEqualTo("token-request");
    assertThat(defect.at("/steps/1/parameters").asString()).isEqualTo("grant_type,refresh_token");
    assertThat(defect.at("/steps/2/ms").asString()).isEqualTo("252");
    assertThat(defect.at("/diagnosis/cause").asString()).isEqualTo("no-client-id");
    assertThat(defect.at("/diagnosis/story").asString()).startsWith("401").endsWith("\"save\")");
    assertThat(json.at("/conversations/1/failed").asBoolean()).isFalse();
    assertThat(json.at("/conversations/1/diagnosis").isMissingNode()).isTrue();
  }

  @Test
  void tellsAScriptTheTimesAndTheJvmOfAJsonLog() throws IOException {
    String log = TracedLogs.json("trace", "\"step\":\"metadata\",\"ms\":\"5\"", "a");

    JsonNode one = new JsonMapper().readTree(trace(log, "--json").output()).at("/conversations/0");

    assertThat(one.at("/steps/0/time").asString()).isEqualTo("2026-01-31T12:00:00.123Z");
    assertThat(one.at("/steps/0").has("server")).isFalse();
    assertThat(one.at("/host").asString() + one.at("/pid").asString()).isEqualTo("h1");
    assertThat(one.at("/instance").asString()).isEqualTo("a");
  }

  @Test
  void writesAPageAndSaysWhereAndNothingElse() throws IOException {
    Path page = folder.resolve("trace.html");

    CommandRun run = trace(TracedLogs.TEXT, "--html", page.toString());

    assertThat(run.output().lines())
        .containsExactly("1 of 2 conversations failed", "The page is in " + page);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(page).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @Test
  void writesAPageOverNothingButAnOlderOne() throws IOException {
    Path page = Files.writeString(folder.resolve("trace.html"), "my own");

    CommandRun refused = trace(TracedLogs.TEXT, "--html", page.toString());
    CommandRun forced = trace(TracedLogs.TEXT, "--html", page.toString(), "--force");
    CommandRun again = trace(TracedLogs.TEXT, "--html", page.toString());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errors())
        .contains("is no page of a trace; name another file with --html, or give --force");
    assertThat(List.of(forced.exitCode(), again.exitCode())).containsOnly(1);
  }

  @Test
  void writesAnArchiveOverNothingButAnOlderOneOfItsOwn() throws IOException {
    Path archive = folder.resolve("trace.har");

    CommandRun run = trace(TracedLogs.TEXT, "--har", archive.toString());
    CommandRun again = trace(TracedLogs.TEXT, "--har", archive.toString());
    Files.writeString(archive, "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"x\"}}}");
    CommandRun refused = trace(TracedLogs.TEXT, "--har", archive.toString());

    assertThat(run.output()).contains("The archive is in " + archive);
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errors()).contains("is no archive of a trace; name another file with --har");
  }

  @Test
  void writesNoFileThatIsCalledAsStandardOutput() throws IOException {
    assertThat(trace(TracedLogs.TEXT, "--har", "-").errors())
        .contains("--har wants the name of a file; - is none here");
    assertThat(Path.of("-")).doesNotExist();
  }

  @Test
  void printsCommandsOrADocumentButNotBoth() throws IOException {
    assertThat(trace(TracedLogs.TEXT, "--curl").output())
        .contains("\"refresh_token=${REFRESH_TOKEN?}\"")
        .doesNotContain(" ms ");
    assertThat(trace(TracedLogs.TEXT, "--curl", "--json").errors())
        .contains("--json and --curl both want standard output; give one");
  }

  private CommandRun trace(String log, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("trace"));
    arguments.addAll(List.of(options));
    arguments.add(Files.writeString(folder.resolve("log"), log).toString());
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
