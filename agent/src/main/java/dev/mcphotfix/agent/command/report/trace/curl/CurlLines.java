package dev.mcphotfix.agent.command.report.trace.curl;

import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversations;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.oauth.trace.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each token request of a trace as a command. */
public final class CurlLines {

  private static final String WARNING =
      "Whoever runs one of these sends it: a refresh token may be used up by it.";

  private CurlLines() {}

  /** What a shell can read. */
  public static List<String> of(TracedConversations conversations) {
    List<String> lines = new ArrayList<>(List.of(ShellText.remark(WARNING)));
    for (TracedConversation conversation : conversations.all()) {
      for (TracedStep step : conversation.steps()) {
        if (step.step() == Step.TOKEN_REQUEST) {
          lines.add("");
          add(conversation, step, lines);
        }
      }
    }
    if (lines.size() == 1) {
      return List.of(ShellText.remark("There is no token request in the log."));
    }
    return lines;
  }

  private static void add(TracedConversation conversation, TracedStep request, List<String> lines) {
    TracedStep response = null;
    boolean added = false;
    for (TracedStep step : conversation.steps()) {
      if (isAbout(step, request)) {
        response = step.step() == Step.TOKEN_RESPONSE ? step : response;
        added |= "added".equals(step.fact("client_id")) || isChange(step);
      }
    }
    CurlCommand command = new CurlCommand(request, added);
    lines.add(ShellText.remark(title(conversation, request, response)));
    if (added) {
      lines.add(ShellText.remark("client_id was added by the agent"));
    }
    if (new TokenForm(request, added).hasMasked()) {
      lines.add(ShellText.remark("left out: a parameter whose name the log masks"));
    }
    if (!command.variables().isEmpty()) {
      lines.add(ShellText.remark("needs " + String.join(", ", command.variables())));
    }
    lines.addAll(command.lines());
  }

  private static boolean isAbout(TracedStep step, TracedStep request) {
    String id = request.fact("request");
    return id != null && id.equals(step.fact("request"));
  }

  private static boolean isChange(TracedStep step) {
    return step.entry().event() == Action.ADDED || step.entry().event() == Action.FILLED;
  }

  private static String title(
      TracedConversation conversation, TracedStep request, @Nullable TracedStep response) {
    String title = conversation.id() + ", " + conversation.server();
    String id = request.facts().get("request");
    if (id != null) {
      title += ", request " + id;
    }
    if (response == null) {
      return title + ": no answer";
    }
    String error = response.facts().get("error");
    return title + ": " + response.facts().get("status") + (error == null ? "" : ' ' + error);
  }
}
