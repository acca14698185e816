package dev.mcphotfix.agent.command.report.trace.diagram;

import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.command.report.markup.Html;
import dev.mcphotfix.agent.command.report.markup.PageFrame;
import dev.mcphotfix.agent.command.report.markup.Resource;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conversations on one page, each as a picture and as a table of its steps. */
public final class TracePage {

  /** What it is, in a word. */
  public static final String NAME = "trace";

  /** What a browser shows without effort. */
  private static final int MOST = 300;

  private static final PageFrame FRAME =
      new PageFrame(
          NAME,
          Resource.read("palette.css") + Resource.read("page.css") + SequenceDiagram.style(),
          "");

  private final TracedConversations conversations;
  private final List<TracedConversation> shown;
  private final Html page = FRAME.begin();

  private TracePage(TracedConversations conversations) {
    this.conversations = conversations;
    Stream<TracedConversation> all = conversations.all().stream();
    shown =
        conversations.all().size() <= MOST
            ? all.toList()
            : all.sorted((one, other) -> Boolean.compare(other.isFailed(), one.isFailed()))
                .limit(MOST)
                .toList();
  }

  /**
   * The page, only ASCII in it.
   *
   * @param logs how many there are
   */
  public static String html(TracedConversations conversations, int logs) {
    TracePage made = new TracePage(conversations);
    made.title(logs);
    ConversationSections sections = new ConversationSections(made.shown, made.page);
    sections.index();
    sections.conversations();
    return FRAME.end(made.page);
  }

  private void title(int logs) {
    long failed = conversations.failed();
    int all = conversations.all().size();
    page.markup(failed > 0 ? "<header class=\"bad\">" : "<header>")
        .element("p", "MCP OAuth Hotfix trace")
        .element("h1", conversations.conclusion());
    if (failed > 0) {
      page.element("p class=\"what\"", causes());
    }
    page.element("p", Shown.count(all, "conversation") + ", " + Shown.count(logs, "log"));
    if (shown.size() < all) {
      page.element(
          "p class=\"what\"",
          "Here are " + shown.size() + ", those first that failed; trace a log at a time for all.");
    }
    page.markup("</header>\n");
  }

  private String causes() {
    Map<String, Long> causes =
        conversations.all().stream()
            .filter(TracedConversation::isFailed)
            .collect(
                Collectors.groupingBy(
                    TracedConversation::cause, TreeMap::new, Collectors.counting()));
    return causes.entrySet().stream()
        .limit(20)
        .map(cause -> cause.getKey() + ": " + Shown.number(cause.getValue()))
        .collect(Collectors.joining(", "));
  }
}
