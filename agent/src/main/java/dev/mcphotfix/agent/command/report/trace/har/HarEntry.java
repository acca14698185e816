package dev.mcphotfix.agent.command.report.trace.har;

import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import dev.mcphotfix.agent.oauth.trace.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer. What HAR 1.2 requires and the log does not have is empty, or -1 where
 * that says so, and a remark says why.
 */
final class HarEntry {

  private static final String NO_URL = "https://not-in-the-log.invalid/";
  private static final String TIMELESS =
      "The log has no times; the conversation begins with the epoch here.";
  private static final String ANSWERED =
      "The time is that of the answer; how long it took is not in the log.";

  private HarEntry() {}

  /** Null where the step is no request. */
  static @Nullable Map<String, Object> of(
      TracedConversation conversation, TracedStep step, String page) {
    Step kind = step.step();
    if (kind == Step.TOKEN_REQUEST) {
      TracedStep response = response(conversation, step);
      long took = response == null ? 0 : response.entry().count("took");
      return entry(page, step, response, took, "");
    }
    return kind == Step.REQUEST_REFUSED
            || kind == Step.REQUEST_ACCEPTED
            || kind == Step.METADATA
            || kind == Step.REGISTRATION
            || kind == Step.AUTHORIZATION
        ? entry(page, step, step, 0, ANSWERED)
        : null;
  }

  private static @Nullable TracedStep response(
      TracedConversation conversation, TracedStep request) {
    String id = request.fact("request");
    return conversation.steps().stream()
        .filter(step -> step.step() == Step.TOKEN_RESPONSE)
        .filter(step -> id != null && id.equals(step.fact("request")))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Object> entry(
      String page, TracedStep request, @Nullable TracedStep response, long took, String remark) {
    boolean timed = request.entry().time() != 0;
    long start = timed ? request.entry().time() : request.entry().count("ms");
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("pageref", page);
    entry.put("startedDateTime", Instant.ofEpochMilli(start));
    entry.put("time", took);
    entry.put("request", request(request));
    entry.put("response", response(response));
    entry.put("cache", Map.of());
    entry.put("timings", members("send", 0, "wait", took, "receive", 0));
    entry.put("comment", (remark + ' ' + (timed ? "" : TIMELESS)).strip());
    entry.put("_trace", facts(request));
    if (response != null && !response.equals(request)) {
      entry.put("_traceOfAnswer", facts(response));
    }
    return entry;
  }

  private static Map<String, Object> facts(TracedStep step) {
    return new LinkedHashMap<>(step.facts());
  }

  private static Map<String, Object> request(TracedStep step) {
    Map<String, String> facts = step.facts();
    boolean isForm = step.step() == Step.TOKEN_REQUEST;
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("method", facts.getOrDefault("method", "POST"));
    request.put("url", facts.getOrDefault(isForm ? "endpoint" : "url", NO_URL));
    request.put("httpVersion", "unknown");
    request.put("cookies", List.of());
    request.put("headers", List.of());
    request.put("queryString", List.of());
    if (isForm) {
      request.put("postData", HarForm.of(step));
    }
    request.put("headersSize", -1);
    request.put("bodySize", -1);
    return request;
  }

  /** Without an answer it has the status 0, as a browser writes it. */
  private static Map<String, Object> response(@Nullable TracedStep step) {
    String status = step == null ? "" : step.entry().textOr("status", "");
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("status", status.matches("[1-9][0-9]{2}") ? Integer.parseInt(status) : 0);
    response.put("statusText", "");
    response.put("httpVersion", "unknown");
    response.put("cookies", List.of());
    response.put("headers", List.of());
    response.put(
        "content",
        members("size", 0, "mimeType", "x-unknown", "comment", "The log has no bodies."));
    response.put("redirectURL", "");
    response.put("headersSize", -1);
    response.put("bodySize", -1);
    return response;
  }

  private static Map<String, Object> members(
      String one, Object first, String two, Object second, String three, Object third) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(one, first);
    members.put(two, second);
    members.put(three, third);
    return members;
  }
}
