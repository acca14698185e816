package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus.Response;
import dev.mcphotfix.agent.log.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether the agent heals: what an operator asks first.
 *
 * @param ago how long a time of the agent's is past, in words
 */
record StatusHeadline(AgentStatus status, UnaryOperator<String> ago) {

  private static final String UNCHANGED = "nothing is changed";
  private static final String EARLY = "came before the endpoint was found out";

  /** What was done; empty for nothing. */
  String done() {
    long wouldHeal = status.observed(Reason.RECORD_PATCHED);
    String would = isObserving() ? "would be " : "would have been ";
    List<String> parts = new ArrayList<>();
    add(parts, patched(), "patched");
    add(parts, healed(), records(healed()) + "healed");
    add(parts, status.observedRequests(), would + "patched");
    add(parts, wouldHeal, records(wouldHeal) + would + "healed");
    add(parts, status.count(Reason.BODY_UNREADABLE), "passed unread");
    add(parts, answered() == 0 ? 0 : status.early(), EARLY);
    return String.join(", ", parts);
  }

  private long patched() {
    return status.patchedRequests() - status.observedRequests();
  }

  private long healed() {
    return status.count(Reason.RECORD_PATCHED) - status.observed(Reason.RECORD_PATCHED);
  }

  private static String records(long count) {
    return count == 1 ? "record " : "records ";
  }

  /** What to do about it; empty where there is nothing to do. */
  String nextStep() {
    return isOnlyEarly() ? "let the client connect once more, or configure tokenEndpoint" : "";
  }

  private boolean isOnlyEarly() {
    return answered() == 0 && status.early() > 0;
  }

  /** Whether an operator need not read on. */
  boolean isGood() {
    return status.awake() && answered() > 0 && (isObserving() || !isLastRefused());
  }

  /** In a word or three. */
  String verdict() {
    if (status.isOff()) {
      return status.isTracing() ? "tracing" : "switched off";
    }
    if (!status.awake() || answered() == 0) {
      return isOnlyEarly() ? "not healed" : "waiting";
    }
    if (isObserving()) {
      return "observing"; // What was not changed may well be refused.
    }
    if (isLastRefused()) {
      return "refused";
    }
    return patched() + healed() == 0 ? "nothing to heal" : "healing";
  }

  /** What the verdict is based on. */
  String answers() {
    if (status.isOff()) {
      return status.isTracing() ? "its log tells each step, and nothing is changed" : UNCHANGED;
    }
    if (!status.awake()) {
      return "no class that the agent weaves is loaded yet";
    }
    if (answered() == 0) {
      return isOnlyEarly() ? EARLY : "no token request was answered yet";
    }
    Response last = last();
    return "%s of %s token requests accepted".formatted(status.accepted(), answered())
        + (last == null ? "" : ", the last " + told(last));
  }

  private String told(Response last) {
    String refusal = last.error() == null ? "" : " " + last.error();
    return (isLastRefused() ? last.status() + refusal + " " : "")
        + ago.apply(Objects.requireNonNullElse(last.time(), ""));
  }

  private boolean isLastRefused() {
    Response last = last();
    return last != null && (last.error() != null || !String.valueOf(last.status()).startsWith("2"));
  }

  private @Nullable Response last() {
    List<Response> responses =
        status.responses().stream().filter(response -> !response.early()).toList();
    return responses.isEmpty() ? null : responses.get(responses.size() - 1);
  }

  private boolean isObserving() {
    return "observe".equals(status.mode());
  }

  private long answered() {
    return status.accepted() + status.refused();
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
