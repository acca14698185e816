package dev.mcphotfix.agent.command.report.trace.har;

import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversations;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import dev.mcphotfix.agent.command.terminal.JsonOutput;
import dev.mcphotfix.agent.launch.CommandLineLaunch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The HTTP Archive 1.2 of a trace: a page of it is a conversation. */
public final class HarArchive {

  private static final String CREATOR = "MCP OAuth Hotfix trace";

  /** What a file begins with if it is such an archive. */
  public static final String BEGINNING =
      "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"" + CREATOR + '"';

  private static final String COMMENT =
      "Made of a log, which has no header, no body and no value that could be a secret."
          + " Not every request of the client is in it, but those that the trace tells.";

  private HarArchive() {}

  /** The archive, only ASCII in it. */
  public static String json(TracedConversations conversations) {
    List<Object> pages = new ArrayList<>();
    List<Object> entries = new ArrayList<>();
    for (TracedConversation conversation : conversations.all()) {
      String id = "conversation-" + (pages.size() + 1);
      pages.add(page(conversation, id));
      for (TracedStep step : conversation.steps()) {
        Map<String, Object> entry = HarEntry.of(conversation, step, id);
        if (entry != null) {
          entries.add(entry);
        }
      }
    }
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("version", "1.2");
    log.put("creator", creator());
    log.put("pages", pages);
    log.put("entries", entries);
    log.put("comment", COMMENT);
    StringWriter json = new StringWriter();
    JsonOutput.write(new PrintWriter(json), Map.of("log", log));
    return json.toString();
  }

  private static Map<String, Object> page(TracedConversation conversation, String id) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("startedDateTime", Instant.ofEpochMilli(conversation.time()));
    page.put("id", id);
    page.put("title", conversation.id() + ' ' + conversation.server());
    page.put("pageTimings", Map.of());
    if (conversation.isFailed()) {
      page.put("comment", conversation.cause() + ": " + conversation.story());
    }
    return page;
  }

  private static Map<String, Object> creator() {
    String version = CommandLineLaunch.class.getPackage().getImplementationVersion();
    Map<String, Object> creator = new LinkedHashMap<>();
    creator.put("name", CREATOR);
    creator.put("version", version == null ? "(not packaged)" : version);
    return creator;
  }
}
