package dev.mcphotfix.agent.command.attach.heal;

import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus.Hook;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus.Response;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.attach.agent.WitnessedRule;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Reason;
import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what becomes of the refreshes of a client.
 *
 * @param file the agent's, which a person may add a rule to
 */
record RefreshStory(HealStory story, RefreshWatch watch, File file) {

  private static final String EARLY =
      "one came before its token endpoint was found out; let the client connect once more";

  private static final String UNKNOWN =
      "one goes to a url that is no known token endpoint; see its warnings in status";

  /** Whether one came in time that would be healed. */
  boolean isSeen() throws TargetException, InterruptedException {
    tellFailed(watch.await(status -> !status.discovering()));
    story.tell("waiting for a refresh; let the client connect again. Ctrl-C takes all back.");
    Set<Object> told = new HashSet<>();
    AgentStatus seen =
        watch.await(
            status -> {
              status.witnessed().stream().filter(told::add).forEach(this::tellUnhooked);
              tellEarly(status, told);
              return status.patchedRequests() > 0;
            });
    if (seen == null) {
      story.tell("no refresh that would be healed was seen in that time");
      return false;
    }
    seen.hooks().stream()
        .filter(hook -> hook.patched() > 0)
        .map(Hook::lastDecision)
        .filter(Objects::nonNull)
        .map(RefreshStory::withoutTimeAndNumber)
        .distinct()
        .sorted() // Else as the JVM happened to load the classes.
        .forEach(story::tell);
    return true;
  }

  /** Whether the server accepts the next one; where none comes in time it does not. */
  boolean isAccepted(AgentStatus before) throws TargetException, InterruptedException {
    story.tell("waiting for the next refresh; let the client connect again");
    AgentStatus after = watch.await(status -> answered(status) > answered(before));
    if (after == null) {
      story.tell("none came in that time; the agent stays in");
      return false;
    }
    boolean accepted = after.accepted() > before.accepted();
    List<Response> responses = after.responses();
    Response last = responses.get(responses.size() - 1);
    String error = last.error() == null ? "" : " " + last.error();
    story.tell(
        (accepted ? "healed: " : "refused: ") + last.status() + error + " of " + last.endpoint());
    return accepted;
  }

  /** What is found out too late would only be counted, and what is not found never healed. */
  private void tellFailed(@Nullable AgentStatus status) {
    if (status != null) {
      status.warnings().stream()
          .filter(warning -> warning.contains(Notice.DISCOVERY_FAILED.text()))
          .map(RefreshStory::withoutTimeAndNumber)
          .forEach(story::tell);
    }
  }

  private void tellEarly(AgentStatus status, Set<Object> told) {
    if (status.early() > 0 && told.add(EARLY)) {
      story.tell(EARLY);
    }
    if (status.count(Reason.UNKNOWN_ENDPOINT) > 0 && told.add(UNKNOWN)) {
      story.tell(UNKNOWN);
    }
  }

  private static long answered(AgentStatus status) {
    return status.accepted() + status.refused();
  }

  private static String withoutTimeAndNumber(String decision) {
    return decision.substring(decision.indexOf(' ') + 1).replaceAll(" request=\\w+", "");
  }

  private void tellUnhooked(Map<String, String> request) {
    story.tell(unhooked(request, file));
  }

  /** What a person can do about a request that no hook has examined, while the command waits. */
  static List<String> unhooked(Map<String, String> request, File file) {
    String rule = WitnessedRule.json(request.get("rule"));
    return List.of(
        "a token request left that no hook covers: " + request.get("endpoint"),
        rule == null
            ? "it needs a rule in " + file + ": " + request.get("rule")
            : "put this into the list \"rules\" of " + file + ": " + rule,
        "and have it read by reload in another terminal, while this waits");
  }
}
