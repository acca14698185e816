package dev.mcphotfix.agent.log.telemetry;

import dev.mcphotfix.agent.log.TextFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Description;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** The events of a trace: a step of a conversation, and what a failed one comes to. */
final class TraceEvents {

  /** What has a field of its own, or the event itself tells. */
  private static final Set<String> FIELDS =
      Set.of(
          "conversation", "step", "server", "request", "status", "error", "took", "ms", "thread");

  private TraceEvents() {}

  /** A step; when it was told is when it was over. */
  @Name("dev.mcphotfix.Step")
  @Label("Step")
  @Description("A step of the conversation about a server, where a trace is on")
  static final class StepEvent extends AgentEvent {

    @Label("Conversation")
    @Nullable String conversation;

    @Label("Step")
    @Nullable String step;

    @Label("Server")
    @Nullable String server;

    @Label("Request")
    @Nullable String request;

    @Label("Status")
    @Nullable String status;

    @Label("Error")
    @Nullable String error;

    @Label("Took")
    @Description("From a token request to its answer")
    @Timespan(Timespan.MILLISECONDS)
    long took;

    @Label("Since Beginning")
    @Description("Of the conversation")
    @Timespan(Timespan.MILLISECONDS)
    long since;

    @Label("Facts")
    @Description("What else the log tells of it")
    @Nullable String facts;
  }

  /** Why a conversation has failed. */
  @Name("dev.mcphotfix.Diagnosis")
  @Label("Diagnosis")
  @Description("What a conversation that has failed comes to")
  static final class DiagnosisEvent extends AgentEvent {

    @Label("Conversation")
    @Nullable String conversation;

    @Label("Server")
    @Nullable String server;

    @Label("Request")
    @Nullable String request;

    @Label("Cause")
    @Nullable String cause;

    @Label("Story")
    @Nullable String story;
  }

  static void register() {
    FlightRecorder.register(StepEvent.class);
    FlightRecorder.register(DiagnosisEvent.class);
  }

  static void unregister() {
    FlightRecorder.unregister(StepEvent.class);
    FlightRecorder.unregister(DiagnosisEvent.class);
  }

  static void step(Map<String, String> facts) {
    StepEvent event = new StepEvent();
    if (event.shouldCommit()) {
      event.conversation = FlightLog.text(facts, "conversation");
      event.step = FlightLog.text(facts, "step");
      event.server = FlightLog.text(facts, "server");
      event.request = FlightLog.text(facts, "request");
      event.status = FlightLog.text(facts, "status");
      event.error = FlightLog.text(facts, "error");
      event.took = milliseconds(facts.get("took"));
      event.since = milliseconds(facts.get("ms"));
      event.facts = rest(facts);
      event.commit();
    }
  }

  static void diagnosis(Map<String, String> facts) {
    DiagnosisEvent event = new DiagnosisEvent();
    if (event.shouldCommit()) {
      event.conversation = FlightLog.text(facts, "conversation");
      event.server = FlightLog.text(facts, "server");
      event.request = FlightLog.text(facts, "request");
      event.cause = FlightLog.text(facts, "cause");
      event.story = FlightLog.text(facts, "story");
      event.commit();
    }
  }

  private static String rest(Map<String, String> facts) {
    Map<String, String> rest = new LinkedHashMap<>(facts);
    rest.keySet().removeAll(FIELDS);
    return TextFormat.facts(rest);
  }

  private static long milliseconds(@Nullable String told) {
    return told == null ? 0 : Long.parseLong(told);
  }
}
