package dev.mcphotfix.agent.command.attach.line;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the agent in another JVM answered to a command. All text is fit for a terminal.
 *
 * @param request which request it answers; null where that had no name
 * @param sequence counts up while the agent renews an answer
 * @param problems what the operator should read
 * @param status null where the agent gives none
 * @param document the whole answer as it was, for scripts
 */
public record AgentAnswer(
    @Nullable String request,
    String command,
    String outcome,
    long sequence,
    List<String> problems,
    @Nullable AgentStatus status,
    Map<?, ?> document) {

  /** The system property in which it stands. */
  public static final String PROPERTY = "mcp-hotfix.answer";

  public AgentAnswer {
    problems = List.copyOf(problems);
  }

  /** Null where the text is no answer. */
  public static @Nullable AgentAnswer parse(@Nullable String text) {
    Fields fields = new Fields(text == null ? Map.of() : JsonValues.object(text));
    String command = fields.text("command");
    String outcome = fields.text("outcome");
    if (command == null || outcome == null) {
      return null;
    }
    Fields status = fields.object("status");
    return new AgentAnswer(
        fields.text("request"),
        command,
        outcome,
        fields.number("sequence"),
        fields.texts("problems"),
        status == null ? null : AgentStatus.of(status),
        fields.members());
  }

  /** Whether what was asked for was done. */
  public boolean isDone() {
    return outcome.equals("done");
  }

  /** Whether the agent is in the JVM, as far as the answer tells. */
  public boolean isInstalled() {
    return !outcome.equals("not-installed") && !(command.equals("detach") && isDone());
  }
}
