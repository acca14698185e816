package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.line.AgentAnswer;
import java.util.ArrayList;
import java.util.List;

/** An agent's answer in a sentence, and what it says of problems. */
final class AnswerText {

  private AnswerText() {}

  static List<String> lines(AgentAnswer answer, long pid) {
    List<String> lines = new ArrayList<>();
    lines.add(sentence(answer, pid));
    for (String problem : answer.problems()) {
      lines.add("  " + problem);
    }
    return lines;
  }

  private static String sentence(AgentAnswer answer, long pid) {
    String what = answer.command() + ' ' + pid + ": ";
    return switch (answer.outcome()) {
      case "done" -> what + "done";
      case "unchanged" -> what + "nothing was changed";
      case "not-installed" -> what + "the agent is not installed there";
      default -> what + answer.outcome();
    };
  }
}
