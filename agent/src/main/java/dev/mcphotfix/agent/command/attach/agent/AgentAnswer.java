package dev.mcphotfix.agent.command.attach.agent;

import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.JsonInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
  static final String PROPERTY = "mcp-hotfix.answer";

  /** In characters; a thousand hooks, which is what an agent remembers, need a third of it. */
  private static final int LONGEST = 4 * 1024 * 1024;

  /** Whether no agent has written it: it is not to be read. */
  static boolean isTooLong(@Nullable String text) {
    return text != null && text.length() > LONGEST;
  }

  /** Null where the text is no answer. */
  public static @Nullable AgentAnswer parse(@Nullable String text) {
    if (isTooLong(text)) {
      return null;
    }
    byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
    Map<?, ?> members = JsonInput.object(bytes, bytes.length);
    Fields fields = new Fields(members == null ? Map.of() : members);
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

  /** The exit code of the command that got the answer. */
  public int exitCode() {
    return isDone() ? ExitCode.NOTHING_WRONG : ExitCode.NEEDS_ATTENTION;
  }

  /** The answer in a sentence, and what it says of problems. */
  public List<String> lines(long pid) {
    if (command.equals("none")) { // There is nobody to carry one out.
      return List.of(
          "the agent was given to "
              + pid
              + " and is not installed there; that JVM's stderr says why",
          "-> correct that, and put it in with attach " + pid);
    }
    List<String> lines = new ArrayList<>();
    lines.add(command + ' ' + pid + ": " + outcomeInWords());
    problems.forEach(problem -> lines.add("  " + problem));
    return lines;
  }

  private String outcomeInWords() {
    return switch (outcome) {
      case "unchanged" -> "nothing was changed";
      case "not-installed" -> "the agent is not installed there";
      default -> outcome;
    };
  }

  /** Whether the agent is in the JVM, as far as the answer tells. */
  public boolean isInstalled() {
    return !outcome.equals("not-installed") && !(command.equals("detach") && isDone());
  }
}
