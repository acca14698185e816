package dev.mcphotfix.agent.command.report.trace.diagram;

import static dev.mcphotfix.agent.command.report.trace.diagram.Lanes.PADDING;

import dev.mcphotfix.agent.command.report.markup.Html;
import java.util.List;

/** Draws one message below the other. */
final class Drawing {

  private static final int HEAD = 36;
  private static final int GAP = 22;
  private static final int TIP = 7;
  private static final int LONGEST_TIME = 6;

  private final Lanes lanes;
  private final Html drawn = new Html();
  private int y = HEAD + GAP + PADDING;
  private int endOfLife;

  Drawing(Lanes lanes) {
    this.lanes = lanes;
  }

  /** How high it is by now. */
  int height() {
    return y;
  }

  Html drawn() {
    return drawn;
  }

  /** Who takes part, each with a line of life; to be drawn below all else. */
  void lanes(Html page) {
    for (Participant one : lanes.shown()) {
      int x = lanes.x(one);
      page.markup("<line class=\"life\"" + at(x, HEAD, x, endOfLife) + "/>");
      int width = lanes.laneWidth() - PADDING;
      box(page, "head", x - width / 2, 1, width, HEAD - 1);
      List<String> lines = TextLines.of(one.text(lanes.narrow()), lanes.columns(0, width));
      int top = (HEAD - lines.size() * lanes.lineHeight()) / 2 + lanes.lineHeight() - 3;
      for (int i = 0; i < lines.size(); i++) {
        text(page, "name", x, top + i * lanes.lineHeight(), lines.get(i));
      }
    }
    page.markup("\n");
  }

  void message(Message message) {
    drawn.markup("<g class=\"" + message.tone().key() + "\">");
    if (message.isNote()) {
      note(message);
    } else {
      if (!lanes.narrow()) {
        text(drawn, "time", lanes.times(), y, time(message));
      }
      int start = Math.min(lanes.x(message.from()), lanes.x(message.to())) + PADDING;
      String time = lanes.narrow() ? (time(message) + ' ').stripLeading() : "";
      int columns = lanes.columns(start, lanes.width() - PADDING);
      lines("headline", start, TextLines.of(time + message.headline(), columns));
      lines("soft", start, TextLines.of(message.detail(), columns));
      arrow(lanes.x(message.from()), lanes.x(message.to()), message.isAnswer());
    }
    drawn.markup("</g>\n");
    endOfLife = y - GAP / 2;
  }

  /** In seconds where milliseconds would need more room. */
  private static String time(Message message) {
    String time = message.time();
    if (time.length() > LONGEST_TIME) {
      return time.substring(0, time.length() - 3) + " s";
    }
    return time.isEmpty() ? "" : time + " ms";
  }

  private void lines(String style, int x, List<String> lines) {
    for (String line : lines) {
      text(drawn, style, x, y, line);
      y += lanes.lineHeight();
    }
  }

  private void arrow(int from, int to, boolean isAnswer) {
    int line = y - lanes.lineHeight() / 2;
    int back = from < to ? -TIP : TIP;
    drawn.markup("<line class=\"" + (isAnswer ? "arrow answer" : "arrow") + '"');
    drawn.markup(at(from, line, to + back / 2, line) + "/><path class=\"tip\" d=\"M" + to + ' ');
    drawn.markup(line + "l" + back + " -4v8z\"/>");
    y += GAP;
  }

  /** A box upon the line of life of whose doing it is, moved to the left where it needs room. */
  private void note(Message message) {
    int longest = Math.max(message.headline().length(), message.detail().length());
    int start = lanes.noteStart(message.from(), longest);
    int columns = lanes.columns(start, lanes.width() - 2 * PADDING);
    block("note", start - PADDING, message.headline(), "soft", message.detail(), columns);
  }

  /** What it comes to, in a box as wide as the picture. */
  void conclusion(String headline, String text) {
    drawn.markup("<g class=\"bad\">");
    int columns = lanes.columns(2 * PADDING, lanes.width() - PADDING);
    block("conclusion", PADDING, headline, "story", text, columns);
    drawn.markup("</g>\n");
  }

  private void block(
      String style, int x, String headline, String textStyle, String text, int columns) {
    List<String> first = TextLines.of(headline, columns);
    List<String> then = TextLines.of(text, columns);
    int longest =
        Math.max(
            first.stream().mapToInt(String::length).max().orElse(0),
            then.stream().mapToInt(String::length).max().orElse(0));
    int width = (int) (longest * lanes.characterWidth()) + 2 * PADDING;
    int height = (first.size() + then.size()) * lanes.lineHeight() + PADDING;
    box(drawn, style, x, y - lanes.lineHeight(), width, height);
    lines("headline", x + PADDING, first);
    lines(textStyle, x + PADDING, then);
    y += GAP - PADDING / 2;
  }

  private static void box(Html page, String style, int x, int y, int width, int height) {
    page.markup("<rect class=\"" + style + "\" x=\"" + x + "\" y=\"" + y + "\" width=\"" + width);
    page.markup("\" height=\"" + height + "\" rx=\"6\"/>");
  }

  private static void text(Html page, String style, int x, int y, String text) {
    if (text.isEmpty()) {
      return;
    }
    page.markup("<text class=\"" + style + "\" x=\"" + x + "\" y=\"" + y + "\">");
    page.text(text).markup("</text>");
  }

  private static String at(int x1, int y1, int x2, int y2) {
    return " x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + '"';
  }
}
