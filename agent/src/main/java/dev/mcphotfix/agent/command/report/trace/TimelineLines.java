package dev.mcphotfix.agent.command.report.trace;

import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import dev.mcphotfix.agent.command.terminal.Wrapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A conversation as a timeline, a line or more for each step. */
final class TimelineLines {

  private static final int STEP = 13;
  private static final int FACTS = STEP + 18;

  /** Beside the names of the steps there would be hardly a word. */
  private static final int NARROW = 2 * FACTS;

  private static final String STORY = "  => ";

  private final List<String> lines = new ArrayList<>();
  private final int columns;

  private TimelineLines(int columns) {
    this.columns = columns;
  }

  /**
   * Its lines, and an empty one.
   *
   * @param columns of the terminal
   */
  static List<String> of(TracedConversation conversation, int columns) {
    TimelineLines timeline = new TimelineLines(columns);
    timeline.lines.add(head(conversation));
    conversation.steps().forEach(timeline::add);
    if (conversation.leftOut() > 0) {
      timeline.lines.add(" ".repeat(STEP) + "and " + conversation.leftOut() + " more steps");
    }
    if (conversation.isFailed()) {
      timeline.wrap(STORY, conversation.story());
    }
    timeline.lines.add("");
    return timeline.lines;
  }

  /** A text log has no times. */
  private static String head(TracedConversation conversation) {
    return conversation.id()
        + "  "
        + conversation.server()
        + (conversation.time() == 0 ? "" : "  " + Instant.ofEpochMilli(conversation.time()))
        + (conversation.isFailed() ? "  " + conversation.cause() : "");
  }

  private void add(TracedStep step) {
    String ms = step.milliseconds();
    String time = ms.isEmpty() ? "" : ms + " ms";
    String begin = " ".repeat(Math.max(0, STEP - 2 - time.length())) + time + "  " + step.name();
    if (columns < NARROW || longestWord(step.line()) > columns - FACTS) {
      lines.add(begin);
      wrap(" ".repeat(STEP), step.line());
    } else {
      int gap = Math.max(1, FACTS - begin.length());
      wrap(begin + " ".repeat(gap), step.line());
    }
  }

  /** No word is broken, so that one that is as long as a url wants all the room there is. */
  private static int longestWord(String line) {
    return Stream.of(line.split(" ", -1)).mapToInt(String::length).max().orElse(0);
  }

  private void wrap(String begin, String text) {
    for (String line : Wrapping.lines(begin, begin.length(), text, columns)) {
      lines.add(line.stripTrailing());
    }
  }
}
