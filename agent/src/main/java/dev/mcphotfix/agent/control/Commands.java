package dev.mcphotfix.agent.control;

import dev.mcphotfix.agent.log.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands, one at a time, and leaves each answer in the system property {@code
 * mcp-hotfix.answer}: whoever may load an agent into a JVM may read its properties, too.
 *
 * <p>Runs on the JVM's own thread that listens for those who attach, or, where an answer is
 * renewed, on one of the agent's. Never throws.
 */
public final class Commands {

  /** The system property that holds the last answer, a JSON object. */
  public static final String ANSWER = "mcp-hotfix.answer";

  private final Controlled agent;
  private @Nullable Lease lease;

  public Commands(Controlled agent) {
    this.agent = agent;
  }

  /** Carries out the command. */
  public synchronized void carryOut(String text) {
    String word = "unknown";
    String request = Command.request(text);
    try {
      Command command = Command.parse(text);
      word = command.kind().word();
      endLease();
      carryOut(command);
    } catch (RuntimeException | LinkageError failure) {
      answer(word, request, "failed", List.of(Redaction.oneLine(failure.toString())), Map.of());
    }
  }

  private void carryOut(Command command) {
    switch (command.kind()) {
      case STATUS -> status(command);
      case RELOAD -> reload(command);
      case DETACH -> detach(command.request());
      case INSTALLED -> answer("install", command.request(), "done", List.of(), status());
      case INSTALL -> {
        String why = "an agent is in already and stays as it is; change it with reload";
        answer("install", command.request(), "unchanged", List.of(why), status());
      }
    }
  }

  private Map<String, Object> status() {
    return Map.of("status", Status.of(agent));
  }

  private void status(Command command) {
    answerStatus(command.request(), 0);
    if (command.seconds() > 0) {
      lease = new Lease(command.seconds(), sequence -> renew(command.request(), sequence));
    }
  }

  /** Only as long as no other command has come. */
  private synchronized void renew(@Nullable String request, int sequence) {
    if (lease != null && lease.isCalling()) {
      answerStatus(request, sequence);
    }
  }

  private void answerStatus(@Nullable String request, int sequence) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("sequence", sequence);
    members.putAll(status());
    answer("status", request, "done", List.of(), members);
  }

  private void reload(Command command) {
    List<String> problems = agent.reload(command.options());
    String outcome = problems.isEmpty() ? "done" : "unchanged";
    answer("reload", command.request(), outcome, problems, status());
  }

  private void detach(@Nullable String request) {
    Map<String, Object> last = status();
    agent.detach();
    answer("detach", request, "done", List.of(), last);
  }

  /**
   * The witness's time is over; where there is nothing else, that of the agent as well.
   *
   * @param due asked once no other command runs
   */
  public synchronized void endWitness(BooleanSupplier due) {
    if (due.getAsBoolean() && agent.isWitnessAlone()) {
      endLease();
      detach(null);
    } else if (due.getAsBoolean()) {
      agent.endWitness();
    }
  }

  private void endLease() {
    if (lease != null) {
      lease.end();
      lease = null;
    }
  }

  /**
   * Says why no agent is in, where nobody is there to be asked.
   *
   * @param request empty where it has no name
   */
  public static void notInstalled(String request, List<String> problems) {
    String name = request.isEmpty() ? null : request;
    answer("install", name, "not-installed", problems, Map.of());
  }

  private static void answer(
      String word,
      @Nullable String request,
      String outcome,
      List<String> problems,
      Map<String, Object> more) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("request", request);
    answer.put("command", word);
    answer.put("outcome", outcome);
    answer.put("problems", problems);
    answer.putAll(more);
    System.setProperty(ANSWER, JsonValue.text(answer));
  }
}
