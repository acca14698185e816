package dev.mcphotfix.agent.command.report.trace;

import dev.mcphotfix.agent.command.log.LogReader;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Logs with a trace, as the agent writes them and as nobody should. */
public final class TracedLogs {

  /** The defect, and a record that is saved. */
  public static final String TEXT =
      """
      mcp-hotfix INFO  self-check ok
      mcp-hotfix INFO  trace            conversation=3fa-1 step=request-refused server=example-server method=POST url=https://mcp.example.com/mcp status=401 scheme=Bearer ms=0 thread=main
      mcp-hotfix INFO  trace            conversation=3fa-1 step=token-request server=example-server request=0001 hook=jdk grant=refresh_token parameters=grant_type,refresh_token authentication=none ms=209 thread=main
      mcp-hotfix INFO  trace            conversation=3fa-1 step=token-response server=example-server request=0001 status=400 error=invalid_request client_id=absent took=43 ms=252 thread=main
      mcp-hotfix WARN  diagnosis        conversation=3fa-1 server=example-server request=0001 cause=no-client-id story="401 from the server -> refresh without client_id -> 400 invalid_request: the record was saved without its id (rule \\"save\\")"
      mcp-hotfix INFO  trace            conversation=3fa-2 step=record-saved server=example-server hook=save client_id=own ms=0 thread=main
      """;

  private TracedLogs() {}

  /** An entry of a JSON log. */
  public static String json(String event, String facts, String instance) {
    return "{\"time\":\"2026-01-31T12:00:00.123Z\",\"level\":\"INFO\",\"event\":\""
        + event
        + "\",\"conversation\":\"t-1\",\"server\":\"example-server\","
        + facts
        + ",\"host\":\"h\",\"pid\":\"1\",\"instance\":\""
        + instance
        + "\"}\n";
  }

  /** What is read of a log. */
  public static List<TracedConversation> conversations(String log) {
    return read(log).all();
  }

  /** The same as a page takes it. */
  public static TracedConversations read(String log) {
    try {
      Path file = Files.createTempFile("trace", ".log");
      try {
        Files.writeString(file, log);
        TracedConversations conversations = new TracedConversations();
        LogReader.ofBoth(conversations::add).read(List.of(file.toString()));
        return conversations;
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
