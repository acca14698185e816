package dev.mcphotfix.agent.log;

import java.util.Map;

/** How an event and its facts become one line. A fact cannot break out of its line or its value. */
@FunctionalInterface
public interface LineFormat {

  /** The line without its line end. */
  String line(String level, String event, Map<String, String> facts);
}
