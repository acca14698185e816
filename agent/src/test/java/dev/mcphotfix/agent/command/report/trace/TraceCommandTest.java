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

/** What an operator sees of the conversations in a log. */
final class TraceCommandTest {

  private static final String TEXT =
      """
      mcp-hotfix INFO  self-check ok
      mcp-hotfix INFO  trace            conversation=3fa-1 step=request-refused server=example-server method=POST url=https://mcp.example.com/mcp status=401 scheme=Bearer ms=0 thread=main
      mcp-hotfix INFO  trace            conversation=3fa-1 step=token-request server=example-server request=0001 hook=jdk grant=refresh_token parameters=grant_type,refresh_token authentication=none ms=209 thread=main
      mcp-hotfix INFO  trace            conversation=3fa-1 step=token-response server=example-server request=0001 status=400 error=invalid_request client_id=absent took=43 ms=252 thread=main
      mcp-hotfix WARN  diagnosis        conversation=3fa-1 server=example-server request=0001 cause=no-client-id story="401 from the server -> refresh without client_id -> 400 invalid_request: the record was saved without its id (rule \\"save\\")"
      mcp-hotfix INFO  trace            conversation=3fa-2 step=record-saved server=example-server hook=save client_id=own ms=0 thread=main
      """;

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
    CommandRun run = trace(TEXT);

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
      lines.add(json("\"step\":\"request-accepted\",\"ms\":\"5\",\"out\":\"5\"", instance));
    }

    CommandRun run = trace(String.join("\n", lines));

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
        trace(json("\"step\":\"x\\u001b[2J\\ny\",\"ms\":\"1\",\"url\":\"a\\u001bb\"", "a"));

    assertThat(run.output()).doesNotContain("\u001b").contains("x?[2J?y", "url=a?b");
  }

  private static String json(String facts, String instance) {
    return "{\"time\":\"2026-01-31T12:00:00.123Z\",\"level\":\"INFO\",\"event\":\"trace\","
        + "\"conversation\":\"t-1\",\"server\":\"example-server\","
        + facts
        + ",\"host\":\"h\",\"pid\":\"1\",\"instance\":\""
        + instance
        + "\"}";
  }

  private CommandRun trace(String log) throws IOException {
    return CommandRun.of("trace", Files.writeString(folder.resolve("log"), log).toString());
  }
}
