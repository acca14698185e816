package dev.mcphotfix.agent.command.report.trace.diagram;

import dev.mcphotfix.agent.command.report.markup.Html;
import dev.mcphotfix.agent.command.report.markup.Resource;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation as a picture: time runs down, and each message is an arrow below its words. Of a
 * long one its begin and its end are shown.
 */
public final class SequenceDiagram {

  private static final int MOST = 48;

  private static final String STYLE = Resource.read("palette.css") + Resource.read("sequence.css");

  private SequenceDiagram() {}

  /** What a page needs to show such pictures; markup. */
  static String style() {
    return Resource.read("sequence.css") + Resource.read("trace.css");
  }

  /**
   * Adds the picture to a page.
   *
   * @param narrow whether it is for a small screen
   */
  static void write(TracedConversation conversation, boolean narrow, Html page) {
    Drawing drawing = drawing(conversation, narrow);
    String size = narrow ? "narrow" : "wide";
    begin(conversation, drawing, narrow, page.markup("<svg class=\"sequence " + size + '"'));
    end(drawing, page);
  }

  /** The picture alone, as a file of its own. */
  public static String alone(TracedConversation conversation) {
    Drawing drawing = drawing(conversation, false);
    String size = " width=\"" + Lanes.width(false) + "\" height=\"" + drawing.height() + '"';
    Html picture = new Html();
    picture.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sequence\"" + size);
    begin(conversation, drawing, false, picture);
    picture.markup("<style>").markup(STYLE).markup("</style>\n");
    picture.markup("<rect class=\"card\"" + size + " rx=\"10\"/>\n");
    end(drawing, picture);
    return picture.toString();
  }

  private static Drawing drawing(TracedConversation conversation, boolean narrow) {
    List<Message> messages = messages(conversation.steps());
    Drawing drawing = new Drawing(Lanes.of(messages, narrow));
    messages.forEach(drawing::message);
    if (conversation.isFailed()) {
      drawing.conclusion(conversation.cause(), conversation.story());
    }
    return drawing;
  }

  private static List<Message> messages(List<TracedStep> steps) {
    List<Message> all = Messages.of(steps);
    if (all.size() <= MOST) {
      return all;
    }
    int end = all.size() - MOST / 2;
    List<Message> some = new ArrayList<>(all.subList(0, MOST / 2));
    String words = (end - MOST / 2) + " messages are left out here";
    some.add(Message.note(Participant.CLIENT, Tone.PLAIN, words, ""));
    some.addAll(all.subList(end, all.size()));
    return some;
  }

  private static void begin(
      TracedConversation conversation, Drawing drawing, boolean narrow, Html page) {
    page.markup(" viewBox=\"0 0 " + Lanes.width(narrow) + ' ' + drawing.height())
        .markup("\" role=\"img\">\n<title>")
        .text("Conversation " + conversation.id() + " with " + conversation.server())
        .markup("</title>\n");
  }

  private static void end(Drawing drawing, Html page) {
    drawing.lanes(page);
    page.markup(drawing.drawn().toString()).markup("</svg>\n");
  }
}
