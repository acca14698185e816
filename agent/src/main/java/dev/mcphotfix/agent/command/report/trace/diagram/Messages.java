package dev.mcphotfix.agent.command.report.trace.diagram;

import static dev.mcphotfix.agent.command.report.trace.diagram.Participant.AGENT;
import static dev.mcphotfix.agent.command.report.trace.diagram.Participant.AUTHORIZATION_SERVER;
import static dev.mcphotfix.agent.command.report.trace.diagram.Participant.CLIENT;
import static dev.mcphotfix.agent.command.report.trace.diagram.Participant.MCP_SERVER;
import static dev.mcphotfix.agent.command.report.trace.diagram.Participant.RECORDS;

import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.oauth.trace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the steps of a conversation are between those who take part in it. */
final class Messages {

  private final List<Message> messages = new ArrayList<>();

  private Messages() {}

  static List<Message> of(List<TracedStep> steps) {
    Messages messages = new Messages();
    steps.forEach(messages::add);
    return messages.messages;
  }

  private void add(TracedStep traced) {
    Step step = traced.step();
    if (step == null) {
      other(traced);
      return;
    }
    switch (step) {
      case REQUEST_REFUSED, REQUEST_ACCEPTED -> exchange(traced, MCP_SERVER);
      case METADATA -> exchange(traced, whoHas(traced));
      case REGISTRATION, AUTHORIZATION -> exchange(traced, AUTHORIZATION_SERVER);
      case TOKEN_REQUEST -> tokenRequest(traced);
      case TOKEN_RESPONSE -> answer(traced, AUTHORIZATION_SERVER, Set.of("status", "error"));
      case RECORD_SAVED -> saved(traced);
      case RECORD_LOADED -> loaded(traced);
      case LEFT_OUT -> leftOut(traced);
    }
  }

  /** RFC 9728 is about the MCP server, RFC 8414 and OpenID Connect are about the other one. */
  private static Participant whoHas(TracedStep metadata) {
    return StepText.fact(metadata, "url").contains("/.well-known/oauth-protected-resource")
        ? MCP_SERVER
        : AUTHORIZATION_SERVER;
  }

  /** The request has the time of its answer, with which it was told. */
  private void exchange(TracedStep traced, Participant server) {
    String request = StepText.words(traced, "method", "url");
    messages.add(new Message(CLIENT, server, Tone.PLAIN, false, "", request, ""));
    answer(traced, server, Set.of("method", "url", "status", "scheme", "error"));
  }

  private void answer(TracedStep traced, Participant server, Set<String> inHeadline) {
    boolean hasError = traced.fact("error") != null;
    Tone tone =
        traced.step() == Step.METADATA ? Tone.PLAIN : Tone.of(traced.fact("status"), hasError);
    String words = StepText.words(traced, "status", "scheme", "error");
    messages.add(
        new Message(
            server,
            CLIENT,
            tone,
            true,
            traced.milliseconds(),
            words,
            StepText.detail(traced, inHeadline)));
  }

  private void tokenRequest(TracedStep traced) {
    String endpoint = StepText.fact(traced, "endpoint");
    messages.add(
        new Message(
            CLIENT,
            AUTHORIZATION_SERVER,
            Tone.PLAIN,
            false,
            traced.milliseconds(),
            endpoint.isEmpty() ? traced.name() : "POST " + endpoint,
            StepText.detail(traced, Set.of("endpoint"))));
  }

  private void saved(TracedStep traced) {
    byTheAgent(traced);
    record(traced, CLIENT, RECORDS, "saves the record");
  }

  private void loaded(TracedStep traced) {
    record(traced, RECORDS, CLIENT, "loads the record");
    byTheAgent(traced);
  }

  private void record(TracedStep traced, Participant from, Participant to, String words) {
    boolean isAbsent = StepText.fact(traced, "client_id").equals("absent");
    messages.add(
        new Message(
            from,
            to,
            isAbsent ? Tone.BAD : Tone.PLAIN,
            from == RECORDS,
            traced.milliseconds(),
            words + (isAbsent ? " without client_id" : ""),
            StepText.detail(traced, Set.of())));
  }

  private void byTheAgent(TracedStep record) {
    if (StepText.fact(record, "client_id").equals("added")) {
      messages.add(Message.note(AGENT, Tone.GOOD, Action.HEALED.text(), "client_id=added"));
    }
  }

  private void leftOut(TracedStep traced) {
    String count = StepText.detail(traced, Set.of());
    messages.add(Message.note(CLIENT, Tone.PLAIN, "steps that were not told", count));
  }

  private void other(TracedStep traced) {
    boolean changed =
        traced.entry().event() instanceof Action action
            && (action == Action.ADDED || action == Action.FILLED);
    Set<String> told = Set.of("server", "endpoint", "grant", "request");
    messages.add(
        Message.note(
            traced.isDecision() ? AGENT : CLIENT,
            changed ? Tone.GOOD : Tone.PLAIN,
            traced.name(),
            StepText.detail(traced, traced.isDecision() ? told : Set.of())));
  }
}
